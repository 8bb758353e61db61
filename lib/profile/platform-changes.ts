import type { JurisdictionProfile, Requirement } from '../../generated/types/jurisdiction.ts'
import type { PlatformChange } from '../../generated/types/platform.ts'
import { calendarOf, type Deadline, evaluateDeadlines } from '../clock/index.ts'
import type { Model } from '../model/model.ts'
import { type Case, holds } from './condition.ts'
import { applies, freeOn, type Prohibited, prohibitionsOn } from './prohibitions.ts'
import { requirementsAt } from './requirements.ts'

/** A change to the platform as conditions see it: it has no system, only marks. */
export function caseOfChange({ major, emergency }: PlatformChange): Case {
  return {
    system: undefined,
    unit: undefined,
    usesDedicatedPool: false,
    usesSharedPool: false,
    happened: [],
    flags: [...(major ? ['major' as const] : []), ...(emergency === true ? ['emergency' as const] : [])],
    changes: [],
    places: () => [],
    size: () => undefined,
    opens: () => [],
  }
}

export interface UnmetByChange {
  readonly requirement: Requirement
  /** Index of the event in the change's history. */
  readonly index: number
  readonly papers: readonly string[]
}

/** The papers that the events of a change lack (NW-3.2, DT-18, JQ-13, JQ-21). */
export function unmetByChange(
  profile: JurisdictionProfile,
  change: PlatformChange,
): readonly UnmetByChange[] {
  return change.history.flatMap(({ event }, index) => {
    const filed = new Set(
      change.history.slice(0, index + 1).flatMap(({ papers = [] }) => papers.map(({ type }) => type)),
    )
    return requirementsAt(profile, event, caseOfChange(change)).flatMap(requirement => {
      const papers = (requirement.papers ?? []).filter(type => !filed.has(type))
      return papers.length === 0 ? [] : [{ requirement, index, papers }]
    })
  })
}

export interface ProhibitedInChange {
  readonly prohibited: Prohibited
  /** Index of the event in the change's history. */
  readonly index: number
  readonly event: PlatformChange['history'][number]['event']
}

/** What forbids the events of a change. */
export function prohibitedByChange(
  profile: JurisdictionProfile,
  change: PlatformChange,
): readonly ProhibitedInChange[] {
  return change.history.flatMap(({ event, on }, index) => {
    const happened = change.history.slice(0, index).map(one => one.event)
    return prohibitionsOn(profile, event, on)
      .filter(one => applies(one, { ...caseOfChange(change), happened }))
      .map(prohibition => ({ prohibited: { prohibition, freeOn: freeOn(prohibition, on) }, index, event }))
  })
}

/** Notice is owed only of changes that can disturb systems. */
export function changeDeadlines(
  model: Model,
  profile: JurisdictionProfile,
  change: PlatformChange,
): readonly Deadline[] {
  if (!change.interrupts) return []
  const subject = {
    history: change.history,
    applies: (condition: Parameters<typeof holds>[0]) => holds(condition, caseOfChange(change)),
    caseDates: {},
  }
  const calendar = calendarOf(model.catalogue.calendar?.value, profile.metadata.id)
  return evaluateDeadlines(profile.deadlines ?? [], subject, calendar, model.asOf)
}
