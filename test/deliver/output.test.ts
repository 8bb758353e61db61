import { describe, expect, test } from 'vitest'
import { causeOfEnd, plainDiagnostics } from '../../lib/deliver/output.ts'

const error = { severity: 'error', summary: 'got 403', detail: '' } as const

describe('a plain output', () => {
  test('is read from its first error on, without the frame around it', () => {
    const lines = ['Initializing…', '╷', '│ Error: Failed to query', '│ ', '│ no such host', '╵', '']
    expect(plainDiagnostics(lines)).toEqual([
      { severity: 'error', summary: 'Failed to query', detail: 'no such host' },
    ])
  })

  test('without an error is told from its first line', () => {
    expect(plainDiagnostics(['', 'panic: x', 'goroutine 1'])).toEqual([
      { severity: 'error', summary: 'panic: x', detail: 'goroutine 1' },
    ])
  })

  test('that says nothing gives nothing', () => {
    expect(plainDiagnostics(['', ' ╷ '])).toEqual([])
  })
})

test.each([
  ['what it said', { exitCode: 1, timedOut: false }, [error], 'TY6205'],
  ['a kill, where it said nothing', { exitCode: 1, timedOut: false }, [], 'TY6215'],
  ['a kill, whatever it had said', { exitCode: 137, timedOut: false }, [error], 'TY6215'],
  [
    'what it said, at the last status that is no signal',
    { exitCode: 128, timedOut: false },
    [error],
    'TY6205',
  ],
  ['the time that it took, before all else', { exitCode: 137, timedOut: true }, [error], 'TY6212'],
] as const)('a call failed for %s', (_, end, said, code) => {
  const cause = causeOfEnd(end, said)
  expect([cause.definition.code, cause.passing]).toEqual([code, false])
})
