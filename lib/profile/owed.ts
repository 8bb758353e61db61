import type { JurisdictionProfile, Requirement } from '../../generated/types/jurisdiction.ts'
import { unitAddressOf } from '../model/address.ts'
import type { Surroundings, System } from '../model/model.ts'
import { answeredRequest } from './answered-request.ts'
import { caseOf } from './case.ts'
import { bindsOn } from './decisions.ts'
import { emergenciesIn, isDeferred } from './deferral.ts'
import { isMet, requirementsAt, type UnmetRequirement, unmetRequirementOf } from './requirements.ts'
import { signalSubject } from './signal-subject.ts'
import { signalsOn } from './signals.ts'

/** A requirement that an event does not meet. */
export interface Owed {
  readonly unmet: UnmetRequirement
  /** Whether an emergency lets it follow by the day agreed. */
  readonly deferred: boolean
}

/** An event of a system: one of its history by its index, or one to come on a day. */
export interface EventAt {
  readonly event: string
  /** For an event that is still to come, the history's length. */
  readonly index: number
  readonly on: string
}

/** Everything that an event owes: what is asked at it, and, where it completes emergencies, what was put off for them. */
export function owedAt(
  model: Surroundings,
  profile: JurisdictionProfile,
  system: System,
  at: EventAt,
): readonly Owed[] {
  const unit = model.unitByAddress.get(unitAddressOf(system))?.value
  const { history } = system.value
  const signals = signalsOn(profile, signalSubject(model, system), at.on)
  const unmetBy = (requirement: Requirement, since: number) =>
    unmetRequirementOf(model, requirement, { system: system.value, unit, signals, ...at, since })
  const since = answeredRequest(profile, system, at.index) ?? at.index
  const asked = requirementsAt(profile, at.event, caseOf(model, profile, system, at.index))
  const own = asked
    .filter(requirement => bindsOn(profile, requirement, at.on))
    .flatMap(requirement => {
      const unmet = unmetBy(requirement, since)
      return unmet === undefined
        ? []
        : [{ unmet, deferred: isDeferred(profile, requirement, history, at.index) }]
    })
  const putOff = putOffUntil(model, profile, system, at).flatMap(one => {
    const unmet = unmetBy(one.requirement, one.since)
    // Reasons and agreed days belong to the event that was put off, which is held to them by itself.
    const rest = unmet && { ...unmet, reason: false, until: false }
    return rest === undefined || isMet(rest) ? [] : [{ unmet: rest, deferred: false }]
  })
  return [...own, ...putOff]
}

interface PutOff {
  readonly requirement: Requirement
  /** The event that it was asked at, or the request which that answers: papers filed from there on are its own. */
  readonly since: number
}

function putOffUntil(
  model: Surroundings,
  profile: JurisdictionProfile,
  system: System,
  { event, index }: EventAt,
): readonly PutOff[] {
  if (profile.emergency?.completedBy !== event) return []
  const { history } = system.value
  const open = emergenciesIn(profile, history, index - 1).filter(({ completed }) => completed === undefined)
  const putOff = open.flatMap(({ marked, last }) =>
    history.slice(marked, last + 1).flatMap((one, offset) => {
      const at = marked + offset
      const since = answeredRequest(profile, system, at) ?? at
      return requirementsAt(profile, one.event, caseOf(model, profile, system, at))
        .filter(requirement => bindsOn(profile, requirement, one.on))
        .filter(requirement => isDeferred(profile, requirement, history, at))
        .map(requirement => ({ requirement, since }))
    }),
  )
  // An opening that answers a request puts off with it what that has put off.
  const isFirst = ({ requirement, since }: PutOff, at: number) =>
    at === putOff.findIndex(one => one.requirement === requirement && one.since === since)
  return putOff.filter(isFirst)
}
