import { expect, test } from 'vitest'
import { printers } from '../../../lib/finding/printers/index.ts'
import { findingsElsewhere, sampleFinding, sampleReport } from './report.ts'

test('printers have distinct names', () => {
  expect(new Set(printers.map(printer => printer.name)).size).toBe(printers.length)
})

test.each(printers.map(printer => [printer.name, printer] as const))(
  '%s prints the same bytes every time, ending its last line',
  (_, printer) => {
    const report = sampleReport([sampleFinding(), sampleFinding({ severity: 'warning' })])
    expect(printer.print(report)).toBe(printer.print(report))
    expect(printer.print(report)).toMatch(/[^\n]\n$/)
  },
)

test.each(printers.map(printer => [printer.name, printer] as const))(
  '%s tells paths as its reader knows them',
  (_, printer) => {
    const report = sampleReport([sampleFinding()], { pathOf: file => `data/${file}` })
    const expected = printer.paths === 'root' ? 'tenants/a.yaml' : 'data/tenants/a.yaml'
    expect(printer.print(report)).toContain(expected)
  },
)

test.each(printers.map(printer => [printer.name, printer] as const))(
  '%s tells every place that is not in a file',
  (_, printer) => {
    for (const [place, finding] of findingsElsewhere) {
      const alone = printer.print(sampleReport([finding]))
      for (const part of place.replaceAll(/[()]/g, '').split(' ')) expect(alone).toContain(part)
    }
  },
)
