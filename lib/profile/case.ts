import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent, SystemManifest } from '../../generated/types/system.ts'
import { compareServices, isDedicated, usesDedicatedPool, usesSharedPool } from '../entitlement/index.ts'
import { entryOf } from '../model/entry.ts'
import { lazily } from '../model/lazily.ts'
import type { Surroundings, System } from '../model/model.ts'
import { poolOf } from '../model/pool.ts'
import { parseAmount } from '../money/amount.ts'
import type { Case, ChangeKind, Flag } from './condition.ts'
import { bindsOn } from './decisions.ts'
import { newOpenings } from './new-openings.ts'
import { answerOf, marksOf, procedureStart } from './procedure.ts'
import { signalSubject } from './signal-subject.ts'
import { signalsOn } from './signals.ts'
import { isLarge, sizeOf } from './size.ts'

/** The case that a system's event is: what its conditions are judged by. */
export function caseOf(
  model: Surroundings,
  profile: JurisdictionProfile,
  system: System,
  index: number,
): Case {
  const { value } = system
  const event = value.history[index]
  const flags: Flag[] = [...marksUpTo(profile, value.history, index)]
  if (!flags.includes('large') && isLarge({ model, profile, system: value, event })) flags.push('large')
  if (isOverBudget(profile, value, event?.on ?? model.asOf)) flags.push('budget-overrun')
  return {
    system: value,
    unit: model.unitByAddress.get(`${value.metadata.jurisdiction}/${value.metadata.unit}`)?.value,
    usesDedicatedPool: usesDedicatedPool(model.catalogue.platform.value, value.zones),
    usesSharedPool: usesSharedPool(model.catalogue.platform.value, value.zones),
    happened: [
      ...value.history.slice(0, index).map(({ event }) => event),
      ...signalsOn(profile, signalSubject(model, system), event?.on ?? model.asOf),
    ],
    flags,
    changes: changesAt(profile, value, index),
    places: lazily(() =>
      Object.entries(event?.grants ?? value.zones).map(([zone, part]) => {
        const pool = poolOf(part)
        return { zone, pool, dedicated: isDedicated(model.catalogue.platform.value, zone, pool) }
      }),
    ),
    size: lazily(() => sizeOf({ model, profile, system: value, event })),
    opens: lazily(() => newOpenings(model, profile, value, index)),
  }
}

/**
 * A mark holds from the request that bears it to the end of its procedure: until the next request. Some events bear one by
 * what they are: what is opened in an emergency is an emergency, written down beside it or not.
 */
function marksUpTo(
  profile: JurisdictionProfile,
  history: readonly HistoryEvent[],
  index: number,
): ReadonlySet<Flag> {
  const start = procedureStart(profile, history, index)
  return new Set(history.slice(start, index + 1).flatMap(event => marksOf(profile, event)))
}

/**
 * A request has no grant of its own: its changes are those of the grant that answered it, or, while it waits, of the
 * services that the manifest asks for.
 */
function changesAt(
  profile: JurisdictionProfile,
  system: SystemManifest,
  index: number,
): readonly ChangeKind[] {
  const { history, zones } = system
  const event = history[index]
  if (event === undefined || event.grants !== undefined) return grantChanges(history, index)
  if (entryOf(profile.lifecycle.events, event.event)?.requests !== true) return []
  const next = answerOf(profile, history, index)
  if (next !== undefined) return grantChanges(history, next)
  return grantChanges([...history.slice(0, index), { ...event, grants: zones }], index)
}

/**
 * How the grant of one event differs from the grant before it, over the days from the event on; an event without grants
 * changes nothing. Conditions have no word for a change of dates alone.
 */
export function grantChanges(history: readonly HistoryEvent[], index: number): readonly ChangeKind[] {
  const event = history[index]
  const before = history.slice(0, index).findLast(({ grants }) => grants !== undefined)?.grants
  if (event?.grants === undefined || before === undefined) return []
  const differences = compareServices(before, event.grants, event.on)
  const kinds = differences.flatMap(({ kind }): readonly ChangeKind[] =>
    kind === 'reschedule' ? [] : [kind],
  )
  return [...new Set(kinds)]
}

/** JQ1-12: the investment exceeds the approved budget by the profile's share or more (10%以上 counts the 10 %). */
function isOverBudget(profile: JurisdictionProfile, system: SystemManifest, day: string): boolean {
  const { approved, current } = system.project?.budget ?? {}
  if (profile.budget === undefined || approved === undefined || current === undefined) return false
  if (!bindsOn(profile, profile.budget, day)) return false
  return parseAmount(current) * 100n >= parseAmount(approved) * BigInt(100 + profile.budget.overrunPercent)
}
