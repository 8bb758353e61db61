// What terraform and tofu write where they know no `-json`, and what it means that they ended.
import { codes } from './codes.ts'
import type { Diagnostic } from './events.ts'
import { type Cause, causeOfFailure } from './failure.ts'

/** The first error of a plain output, without the frame that is drawn around it; nothing where nothing is said. */
export function plainDiagnostics(lines: readonly string[]): readonly Diagnostic[] {
  const text = lines.map(line => line.replace(/^[│╷╵\s]+/, '')).filter(line => line !== '')
  const start = text.findIndex(line => /^error/i.test(line))
  const [summary, ...rest] = text.slice(Math.max(start, 0))
  if (summary === undefined) return []
  return [{ severity: 'error', summary: summary.replace(/^error: */i, ''), detail: rest.join('\n') }]
}

export interface End {
  /** 128 and the number of the signal for a process that was killed. */
  readonly exitCode: number
  readonly timedOut: boolean
}

/** Why a call failed. What was killed says nothing of use, whatever it had said until then. */
export function causeOfEnd({ timedOut, exitCode }: End, said: readonly Diagnostic[]): Cause {
  if (timedOut) return { definition: codes.timedOut, passing: false }
  if (said.length === 0 || exitCode > 128) return { definition: codes.killed, passing: false }
  return causeOfFailure(said)
}
