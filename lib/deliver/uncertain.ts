// Resources that a run may have created without writing them into the state.

import { codes } from './codes.ts'
import type { EngineEvent } from './events.ts'
import { causeOf } from './failure.ts'

/** By address; the value is what the resource is imported by, where the run got to know it. */
export type Uncertain = ReadonlyMap<string, string | undefined>

/**
 * Reads the log of a run that ended badly. Terraform writes down that it starts to create something before it asks the
 * cloud, so that whatever was begun and is not in the state may be there all the same: the run was killed, or the
 * answer got lost. What the cloud refused as existing already is another's, and never on this list.
 */
export function uncertainAfter(events: readonly EngineEvent[], inState: ReadonlySet<string>): Uncertain {
  const uncertain = new Map<string, string | undefined>()
  for (const event of events) {
    if (event.kind === 'started' && event.action === 'create') uncertain.set(event.address, undefined)
    if (event.kind === 'completed' && event.action === 'create') uncertain.set(event.address, event.id)
    if (event.kind === 'completed' && event.action === 'delete') uncertain.delete(event.address)
  }
  for (const event of events) {
    const refused = event.kind === 'diagnostic' ? event.diagnostic.address : undefined
    if (event.kind !== 'diagnostic' || refused === undefined) continue
    if (leavesNothing.has(causeOf(event.diagnostic).definition.code)) uncertain.delete(refused)
  }
  for (const address of inState) uncertain.delete(address)
  return uncertain
}

/** Answers after which the cloud has certainly not made what was asked for. */
const leavesNothing: ReadonlySet<string> = new Set([
  codes.conflict.code,
  codes.quotaExceeded.code,
  codes.forbidden.code,
  codes.requestInvalid.code,
  codes.credentialsRefused.code,
  codes.rateLimited.code,
])
