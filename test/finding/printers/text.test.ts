import { describe, expect, test } from 'vitest'
import { text } from '../../../lib/finding/printers/text.ts'
import { findingsElsewhere, sampleFinding, sampleRelated, sampleReport } from './report.ts'

describe('the text printer', () => {
  test('shows place, code, message, excerpt, fix, article and related places', () => {
    const finding = sampleFinding({
      article: 'XS-15.2',
      fix: { message: { zh: '改为 kind', en: 'write kind' }, replacement: 'kind' },
      related: [sampleRelated()],
    })
    expect(text.print(sampleReport([finding]))).toBe(
      [
        'tenants/a.yaml:2:3: error TY2003: unknown key',
        ' 2 │   knid: System',
        '   │   ^^^^',
        '   = at: zones.internet.services[0]',
        '   = fix: write kind',
        '   = article: XS-15.2',
        '   = related: catalogue/platform.yaml:4:1: defined here',
        '',
        '2 files checked: 1 error.',
        '',
      ].join('\n'),
    )
  })

  test('speaks Chinese', () => {
    const lines = text.print(sampleReport([sampleFinding()], { language: 'zh' })).split('\n')
    expect(lines[0]).toBe('tenants/a.yaml:2:3: 错误 TY2003: 未知字段')
    expect(lines.at(-2)).toBe('共检查 2 个文件，发现 1 个错误。')
  })

  test('says that nothing was found', () => {
    expect(text.print(sampleReport([]))).toBe('2 files checked: nothing found.\n')
  })

  test('has no excerpt where the source cannot be had', () => {
    expect(text.print(sampleReport([sampleFinding({ file: 'gone.yaml' })]))).not.toContain('│')
  })

  test('colours when asked to, and only then', () => {
    const report = sampleReport([sampleFinding()])
    expect(text.print(report)).not.toContain('\u001b')
    expect(text.print({ ...report, colour: true })).toContain('\u001b[31m')
  })

  test('lets no control character of a path, message or source through', () => {
    const evil = '\u001b]0;x\u0007\u202e'
    const finding = sampleFinding({
      file: `tenants/${evil}.yaml`,
      message: { zh: evil, en: evil },
      fix: { message: { zh: evil, en: evil } },
      path: [evil],
      range: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
    })
    expect(text.print(sampleReport([finding], { source: () => evil }))).not.toMatch(/[^\n\P{C}]/u)
  })
})

test.each(findingsElsewhere)('the text printer tells %s without an excerpt', (place, finding) => {
  expect(text.print(sampleReport([finding]))).toBe(
    [
      `${place}: error TY6001: not to be used`,
      '  = fix: install it',
      '',
      '2 files checked: 1 error.',
      '',
    ].join('\n'),
  )
})

test('the text printer lets no control character of a name in a cloud through', () => {
  const place = { kind: 'network', id: '\u009b', name: '\u001b]0;x\u0007\u202e' }
  const findings = findingsElsewhere
    .slice(2, 3)
    .map(([, at]) => ({ ...at, cloud: 'internet', object: place }))
  expect(text.print(sampleReport(findings))).not.toMatch(/[^\n\P{C}]/u)
})
