import { describe, expect, test } from 'vitest'
import { gitlab } from '../../../lib/finding/printers/gitlab.ts'
import { findingsElsewhere, sampleFinding, sampleReport } from './report.ts'

function issuesOf(...findings: Parameters<typeof sampleReport>[0]) {
  return JSON.parse(gitlab.print(sampleReport(findings)))
}

describe('the gitlab printer', () => {
  test('gives what the code quality report asks for', () => {
    expect(issuesOf(sampleFinding())).toMatchObject([
      {
        check_name: 'TY2003',
        description: 'unknown key',
        severity: 'major',
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
        location: { path: 'tenants/a.yaml', lines: { begin: 2, end: 2 } },
      },
    ])
  })

  test('gives two findings at one place two fingerprints', () => {
    const [first, second] = issuesOf(sampleFinding(), sampleFinding())
    expect(first.fingerprint).not.toBe(second.fingerprint)
  })

  test('keeps a fingerprint when lines move and the message is reworded', () => {
    const range = { start: { line: 9, column: 1 }, end: { line: 9, column: 2 } }
    const moved = sampleFinding({ range, message: { zh: '', en: 'no such key' } })
    expect(issuesOf(moved)[0].fingerprint).toBe(issuesOf(sampleFinding())[0].fingerprint)
  })

  test('is an empty list when nothing was found', () => {
    expect(issuesOf()).toEqual([])
  })
})

describe('outside files, the gitlab printer', () => {
  test.each(findingsElsewhere)('tells %s where it would name the file', (place, finding) => {
    expect(issuesOf(finding)[0].location).toEqual({ path: place, lines: { begin: 1, end: 1 } })
  })

  test('gives each place a fingerprint of its own, which outlives the name of an object', () => {
    const marks = issuesOf(...findingsElsewhere.map(([, finding]) => finding)).map(
      (issue: { readonly fingerprint: string }) => issue.fingerprint,
    )
    expect(new Set(marks).size).toBe(findingsElsewhere.length)
    const named = (name: string) => {
      const object = { kind: 'network', id: 'id-1', name }
      return issuesOf(
        ...findingsElsewhere.slice(2, 3).map(([, at]) => ({ ...at, cloud: 'internet', object })),
      )
    }
    expect(named('old')[0].fingerprint).toBe(named('new')[0].fingerprint)
  })
})
