import { describe, expect, test } from 'vitest'
import { github } from '../../../lib/finding/printers/github.ts'
import { findingsElsewhere, sampleFinding, sampleReport } from './report.ts'

function linesOf(...findings: Parameters<typeof sampleReport>[0]) {
  return github.print(sampleReport(findings)).split('\n')
}

describe('the github printer', () => {
  test('writes a workflow command with the place, code and article', () => {
    const finding = sampleFinding({ article: 'XS-15.2' })
    expect(linesOf(finding)[0]).toBe(
      '::error file=tenants/a.yaml,line=2,col=3,endColumn=6,title=TY2003 XS-15.2::unknown key',
    )
  })

  test('gives lines but no columns for a range of several lines', () => {
    const range = { start: { line: 2, column: 3 }, end: { line: 5, column: 1 } }
    expect(linesOf(sampleFinding({ range }))[0]).toBe(
      '::error file=tenants/a.yaml,line=2,endLine=5,title=TY2003::unknown key',
    )
  })

  test('escapes what would end a property or start another command', () => {
    const message = { zh: '', en: '100%\n::set-output name=x::y' }
    const [line] = linesOf(sampleFinding({ file: 'a:b,c%.yaml', message }))
    expect(line).toContain('file=a%3Ab%2Cc%25.yaml,')
    expect(line).toMatch(/::100%25\\n::set-output name=x::y$/)
  })

  test('puts the fix on a line of its own', () => {
    const fix = { message: { zh: '', en: 'write kind' } }
    expect(linesOf(sampleFinding({ fix }))[0]).toMatch(/::unknown key%0Awrite kind$/)
  })

  test('prints errors before warnings and notes, and ends with the summary', () => {
    const lines = linesOf(
      sampleFinding({ severity: 'info' }),
      sampleFinding({ severity: 'warning' }),
      sampleFinding(),
    )
    expect(lines.map(line => /^::(\w+)/.exec(line)?.[1])).toEqual([
      'error',
      'warning',
      'notice',
      undefined,
      undefined,
    ])
    expect(lines[3]).toBe('2 files checked: 1 error, 1 warning, 1 note.')
  })
})

test.each(findingsElsewhere)(
  'the github printer tells %s in words, for there is no file',
  (place, finding) => {
    expect(linesOf(finding)[0]).toBe(`::error title=TY6001::${place}: not to be used%0Ainstall it`)
  },
)
