import { describe, expect, test } from 'vitest'
import { excerptOf } from '../../lib/finding/excerpt.ts'
import { jsonForLogs, withoutOrders } from '../../lib/finding/log-marks.ts'
import { printable } from '../../lib/finding/printable.ts'
import { printers } from '../../lib/finding/printers/index.ts'
import { sampleFinding, sampleReport } from './printers/report.ts'

/** What makes a forge's log do something, wherever or only at the start of a line. */
const anywhere = /##[\w-]*\[|section_(?:start|end):|\u001b|\r/
const atTheStart = /^\s*::.*::/m

const marks = [
  ...[
    '##[error]x',
    '##[group]',
    '##vso[task.setvariable variable=x]y',
    '##teamcity[x]',
    '###[x]',
    '##set-env[',
  ],
  ...['section_start:1:x\r\u001b[0K', 'section_end:1:x', '\u001b[2J'],
  ...['::error::x', '  ::add-mask::x', '::stop-commands::x', '::set-output name=a::b'],
]

describe.each(marks)('%j', mark => {
  test('is no order when it is shown', () => {
    expect(printable(`a ${mark}`)).not.toMatch(anywhere)
    const line = `${mark} b: 1`
    const range = { start: { line: 1, column: 1 }, end: { line: 1, column: mark.length } }
    expect(excerptOf(line, range, 80)?.text).not.toMatch(anywhere)
  })

  test.each(printers.map(printer => [printer.name, printer] as const))(
    'is none from the printer %s',
    (name, printer) => {
      const message = { zh: mark, en: mark }
      const finding = sampleFinding({ message, file: `${mark}.yaml`, path: [mark], fix: { message } })
      const report = sampleReport([finding], {
        source: () => `${mark}\n${mark}\n${mark}\n`,
        pathOf: file => file,
        files: [finding.file],
      })
      const output = printer.print(report)
      expect(output).not.toMatch(anywhere)
      const orders = output.split('\n').filter(line => atTheStart.test(line))
      // Annotations are orders, of the tool's own.
      expect(orders.filter(line => name !== 'github' || !/^::(?:error|warning|notice) /.test(line))).toEqual(
        [],
      )
      if (name !== 'github') return
      expect(orders).toHaveLength(1)
    },
  )
})

test('what only looks like a mark stays as it is', () => {
  const texts = [
    '# [a]',
    '#[a]',
    '## a [b]',
    'section_start',
    'fd00::/64',
    '::1',
    '::ffff:10.0.0.1',
    'a ::error::',
    '##',
  ]
  for (const text of texts) {
    expect(printable(text)).toBe(text)
    expect(withoutOrders(text)).toBe(text)
  }
})

test('an excerpt counts what it shows', () => {
  const range = { start: { line: 1, column: 6 }, end: { line: 1, column: 7 } }
  expect(excerptOf('##[a]b', range, 80)).toEqual({ line: 1, text: '#\\u{0023}[a]b', indent: 12, carets: 1 })
})

test('JSON says the same to a program', () => {
  const value = { text: '##[error] section_start:1:x', '##vso[x]': ['##[', '##'] }
  expect(JSON.parse(jsonForLogs(value))).toEqual(value)
})
