import { describe, expect, test } from 'vitest'
import { codes } from '../../lib/deliver/codes.ts'
import { failureOf, type RunRecord, recordJson } from '../../lib/deliver/run.ts'
import { text } from '../../lib/finding/printers/text.ts'
import { sampleReport } from '../finding/printers/report.ts'

const stack = 'unit_internet_a_b'
const said = { severity: 'error', summary: 'got 403', detail: '', address: 'type.name' } as const
const failure = failureOf(codes.forbidden, { stack, address: 'type.name' }, [said])

describe('a failure', () => {
  test('is a finding at its resource, which any printer can print', () => {
    expect(
      text
        .print(sampleReport([failure]))
        .split('\n')
        .slice(0, 2),
    ).toEqual([
      `${stack} type.name: error TY6205: ${codes.forbidden.title.en}`,
      `  = fix: ${codes.forbidden.why.en}`,
    ])
  })

  test('stands in a record by code, title, reason and what was said, in this order', () => {
    const record: RunRecord = {
      version: 1,
      id: 'id',
      source: { dirty: false },
      command: 'apply',
      selectors: [],
      startedAt: '2026-11-23T04:00:00Z',
      outcome: 'failed',
      stacks: [
        { stack, status: 'failed', failure, seconds: 1 },
        { stack: 'other', status: 'skipped', because: stack },
      ],
    }
    const { code, title, why } = codes.forbidden
    expect(JSON.stringify(recordJson(record).stacks)).toBe(
      JSON.stringify([
        { stack, status: 'failed', failure: { code, title, why, diagnostics: [said] }, seconds: 1 },
        { stack: 'other', status: 'skipped', because: stack },
      ]),
    )
  })
})
