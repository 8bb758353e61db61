// The record of a run: what was to be done, and what became of it.
import {
  type CloudPlace,
  type CodeDefinition,
  type Finding,
  type Fix,
  finding,
  type StackPlace,
} from '../finding/finding.ts'
import type { Diagnostic } from './events.ts'
import { listAt, textAt } from './json.ts'
import type { ChangeSummary } from './resource-changes.ts'

export const statuses = [
  'pending',
  'running',
  'planned',
  'applied',
  'destroyed',
  'unchanged',
  'deferred',
  'failed',
  'skipped',
  'interrupted',
] as const

/**
 * - `pending`: not begun, or begun and cut off: what became of it is not known
 * - `unchanged`: as it was applied, and so not run
 * - `deferred`: cannot be planned before what it stands on is applied
 */
export type Status = (typeof statuses)[number]

/** The stack itself, or the cloud that refused something. */
export type FailurePlace = StackPlace | CloudPlace

/** What ended the work on a stack: the code's title is the message and its reason the fix, and behind them what was said. */
export type Failure<P extends FailurePlace = FailurePlace> = Finding<P> & {
  readonly fix: Fix
  readonly diagnostics: readonly Diagnostic[]
  /** What was found wrong one by one, where it is the tool itself that refuses. */
  readonly findings?: readonly Finding<StackPlace>[]
}

export interface StackResult {
  readonly stack: string
  readonly status: Status
  readonly changes?: ChangeSummary
  readonly failure?: Failure
  /** The stack that was in the way of one that was skipped; for one left out with its zone, the zone's selector. */
  readonly because?: string
  /** Seconds that it took, to the millisecond. */
  readonly seconds?: number
}

/** What was delivered: a commit, or a checkout as it lay, whatever commit it stood on. */
export interface RunSource {
  readonly commit?: string
  readonly dirty: boolean
  /** Where evidence decides, the number of its newest record. */
  readonly evidence?: number
}

/** The commands that leave a record. */
export const commands = ['plan', 'apply', 'destroy'] as const

/** What a run was asked for. */
export interface RunRequested {
  readonly source: RunSource
  readonly command: (typeof commands)[number]
  readonly selectors: readonly string[]
  /** Digest of the plan that somebody has approved, where nothing else was applied. */
  readonly approved?: string
  /** How many resources that need an event it may remove, where that was said for this run alone. */
  readonly mostRemovals?: number
  /** Stacks that go without the exit that their regulation asks for, and why. */
  readonly withoutPapers?: { readonly reason: string; readonly stacks: readonly string[] }
}

export interface RunRecord extends RunRequested {
  readonly version: 1
  readonly id: string
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly endedAt?: string
  readonly outcome: 'running' | 'succeeded' | 'failed' | 'interrupted'
  readonly stacks: readonly StackResult[]
}

export function failureOf<P extends FailurePlace>(
  definition: CodeDefinition,
  at: P,
  diagnostics: readonly Diagnostic[],
): Failure<P> {
  const fix = { message: definition.why }
  return Object.assign(finding(definition, at, { message: definition.title, fix }), { fix, diagnostics })
}

/** A record as files and programs have it. */
export function recordJson(record: RunRecord) {
  const stacks = record.stacks.map(result =>
    result.failure === undefined ? result : { ...result, failure: failureJson(result.failure) },
  )
  return { ...record, stacks }
}

/** A failure as files and programs have it. */
export function failureJson({ code, message, fix, diagnostics, findings }: Failure) {
  const told = { code, title: message, why: fix.message, diagnostics }
  return findings === undefined ? told : { ...told, findings }
}

/** A failure as one finding, with the first of what was said. */
export function findingOfFailure(failure: Failure): Finding<StackPlace> | Finding<CloudPlace> {
  const { code, severity, message, fix, related, diagnostics } = failure
  const [first] = diagnostics
  const told =
    first === undefined
      ? message
      : { zh: `${message.zh}：${first.summary}`, en: `${message.en}: ${first.summary}` }
  const said = { code, severity, message: told, fix, related }
  if ('stack' in failure) {
    const { stack, address } = failure
    return { stack, ...(address === undefined ? {} : { address }), ...said }
  }
  const { cloud, object } = failure
  return { cloud, ...(object === undefined ? {} : { object }), ...said }
}

const succeeded: ReadonlySet<Status> = new Set(['planned', 'applied', 'destroyed', 'unchanged', 'deferred'])

export function hasSucceeded({ status }: StackResult): boolean {
  return succeeded.has(status)
}

/** The selector of a zone, by which it is run alone; no stack has such a name. */
export function zoneSelector(zone: string): string {
  return `zone:${zone}`
}

/** The zone because of which a stack was left out; undefined for any other. */
export function zoneLeftOut({ status, because = '' }: StackResult): string | undefined {
  return status === 'skipped' ? /^zone:(.+)$/.exec(because)?.[1] : undefined
}

/** Sorts a run's stacks by what became of them. */
export function countByStatus(results: readonly StackResult[]): Readonly<Partial<Record<Status, number>>> {
  const counts: Partial<Record<Status, number>> = {}
  for (const { status } of results) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

/** Names of the stacks that a run was to apply and did not; undefined when that is no record of an apply. */
export function retrySet(record: unknown): ReadonlySet<string> | undefined {
  if (textAt(record, 'command') !== 'apply') return undefined
  const left = listAt(record, 'stacks').flatMap(entry => {
    const stack = textAt(entry, 'stack')
    const done = doneStatuses.has(textAt(entry, 'status') ?? '')
    return stack === undefined || done ? [] : [stack]
  })
  return new Set(left)
}

const doneStatuses: ReadonlySet<string> = new Set<Status>(['applied', 'destroyed', 'unchanged'])
