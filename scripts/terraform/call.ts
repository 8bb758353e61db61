import { type Action, type Diagnostic, type EngineEvent, eventOf } from '../../lib/deliver/events.ts'
import type { Cause } from '../../lib/deliver/failure.ts'
import { causeOfEnd, plainDiagnostics } from '../../lib/deliver/output.ts'
import { type Failure, failureOf } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import type { CodeDefinition, Text } from '../../lib/finding/finding.ts'
import type { StackFiles } from '../workspace/delivery-files.ts'
import { type Ended, runLogged } from './process.ts'
import { commandFor, type Session } from './session.ts'

export interface Called {
  readonly exitCode: number
  readonly events: readonly EngineEvent[]
  readonly diagnostics: readonly Diagnostic[]
  /** Why it failed; undefined when it did not. */
  readonly cause?: Cause
  readonly failure?: Failure
}

/** No stack has so much in it; what takes longer hangs. */
const limitMs = 60 * 60 * 1000
/** How many lines that are no events are kept: what a crash writes is long. */
const keptLines = 40

/** Calls terraform with `-json` in a stack's directory, and follows what it says. */
export async function call(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
  args: readonly string[],
  accepted: readonly number[] = [0],
): Promise<Called> {
  const events: EngineEvent[] = []
  const plain: string[] = []
  let done = 0
  const onLine = (line: string) => {
    const event = eventOf(line)
    if (event === undefined) {
      if (line.trim() !== '' && !line.startsWith('{') && plain.length < keptLines) plain.push(line)
      return
    }
    const on = waitOf(event)
    if (on !== undefined) session.progress.waits(stack, on)
    // Of these there are as many as resources, and nobody asks for them later.
    if (event.kind !== 'refreshing') events.push(event)
    if (event.kind !== 'completed') return
    done += 1
    session.progress.advanced(stack, done, event.address)
  }
  const command = commandFor(session, stack, files, args)
  session.progress.waits(stack, { zh: `terraform ${args[0]}`, en: `terraform ${args[0]}` })
  const { signal } = session
  const ended = await runLogged(command, {
    log: files.log,
    pidFile: files.pid,
    signal,
    onLine,
    limitMs,
  })
  const diagnostics = events.flatMap(event => (event.kind === 'diagnostic' ? [event.diagnostic] : []))
  const base = { exitCode: ended.exitCode, events, diagnostics }
  if (accepted.includes(ended.exitCode)) return base
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const said = errors.length > 0 ? errors : plainDiagnostics(plain)
  const cause = causeOfEnd(ended, said)
  return { ...base, cause, failure: failureAt(stack, cause.definition, said) }
}

const doing: Readonly<Partial<Record<Action, Text>>> = {
  create: { zh: '新建', en: 'making' },
  update: { zh: '变更', en: 'changing' },
  replace: { zh: '重建', en: 'making anew' },
  delete: { zh: '删除', en: 'removing' },
}

/** What terraform waits for once it has said this. */
function waitOf(event: EngineEvent): Text | undefined {
  if (event.kind === 'refreshing') return { zh: `读取 ${event.address}`, en: `reading ${event.address}` }
  if (event.kind !== 'started') return undefined
  const { zh, en } = doing[event.action] ?? { zh: '处理', en: 'at work on' }
  return { zh: `${zh} ${event.address}`, en: `${en} ${event.address}` }
}

/** A failure of a command that knows no `-json`, such as `init`. */
export function failureOfOutput(
  stack: DeliveryStack,
  ended: Ended,
): { readonly cause: Cause; readonly failure: Failure } {
  const diagnostics = plainDiagnostics(`${ended.output}\n${ended.errors}`.split('\n').slice(-keptLines))
  const cause = causeOfEnd(ended, diagnostics)
  return { cause, failure: failureAt(stack, cause.definition, diagnostics) }
}

/** A stack's failure, at the first resource that is named. */
export function failureAt(
  { name }: DeliveryStack,
  definition: CodeDefinition,
  said: readonly Diagnostic[],
): Failure {
  const address = said.find(diagnostic => diagnostic.address !== undefined)?.address
  return failureOf(definition, { stack: name, ...(address === undefined ? {} : { address }) }, said)
}
