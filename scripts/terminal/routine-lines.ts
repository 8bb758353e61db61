import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { Language, Text } from '../../lib/finding/finding.ts'
import { entryOf } from '../../lib/model/entry.ts'
import type { Model } from '../../lib/model/model.ts'
import { deadlineInWords, deadlineStanding } from '../../lib/profile/deadline-words.ts'
import { deciderOf, groundTerm } from '../../lib/profile/decisions.ts'
import { routineName } from '../../lib/profile/routine-words.ts'
import { openRoutinesOf, type RoutineRun, routineRunsOf } from '../../lib/profile/routines.ts'
import type { StatusFilter } from '../../lib/profile/status-filter.ts'
import { partTerm, regulationTerm, roleTerm } from '../../lib/term/index.ts'
import { provisional } from './deadline-line.ts'
import { groundData, roleData, term } from './json-parts.ts'

/** One period of a routine, with the regulation that asks for it. */
export interface RoutineRow {
  readonly profile: JurisdictionProfile
  readonly run: RoutineRun
}

/** Every period of the routines of the jurisdictions that are asked for: all, or those that are named as a whole. */
export function routineRowsAt(model: Model, addresses: readonly string[]): readonly RoutineRow[] {
  return profilesAt(model, addresses).flatMap(profile =>
    routineRunsOf(model, profile).map(run => ({ profile, run })),
  )
}

/** Of these, what is still owed. */
export function openRoutineRowsAt(model: Model, addresses: readonly string[]): readonly RoutineRow[] {
  return profilesAt(model, addresses).flatMap(profile =>
    openRoutinesOf(model, profile).map(run => ({ profile, run })),
  )
}

function profilesAt({ catalogue }: Model, addresses: readonly string[]): readonly JurisdictionProfile[] {
  return [...catalogue.jurisdictions]
    .filter(([id]) => addresses.length === 0 || addresses.includes(id))
    .map(([, { value }]) => value)
}

/** A routine has no state of a case: whoever asks for one is asking for systems. */
export function routinesNarrowedTo(
  rows: readonly RoutineRow[],
  { state, actor, due }: StatusFilter,
): readonly RoutineRow[] {
  if (state !== undefined) return []
  return rows.filter(({ profile, run: { routine, deadline } }) => {
    const role = entryOf(profile.roles, routine.responsible)?.name
    const acts = actor === undefined || actor === routine.responsible || actor === role
    return acts && (due === undefined || (deadline.due !== undefined && deadline.due <= due))
  })
}

/** Each jurisdiction's under its regulation, as the deadlines of a system stand under the system. */
export function routineLines(language: Language, rows: readonly RoutineRow[]): readonly string[] {
  return [...Map.groupBy(rows, ({ profile }) => profile)].map(([profile, own]) => {
    const head = `${profile.metadata.id}  ${heading[language]}  ${regulationTerm(profile)[language]}`
    return [head, ...own.map(row => `  ${routineLine(language, row)}`)].map(line => `${line}\n`).join('')
  })
}

function routineLine(language: Language, { profile, run }: RoutineRow): string {
  const { routine, deadline, done } = run
  const years = deadline.unpublishedYears.join('、')
  return [
    `[${deadlineStanding(deadline)[language]}] ${routineName(run)[language]}`,
    deadlineInWords(deadline, [{ on: '' }, { on: done ?? '' }])[language],
    roleTerm(profile, routine.responsible)[language],
    groundTerm(profile, routine)[language],
    ...(years === '' ? [] : [provisional[language](years)]),
  ]
    .filter(part => part !== '')
    .join('  ')
}

/** For programs. */
export function routineData({ profile, run: { routine, period, deadline, done } }: RoutineRow) {
  return {
    jurisdiction: term(profile.metadata.id, profile.metadata.name),
    routine: term(routine.id, partTerm(routine)),
    period: period.id,
    ...groundData(profile, routine.article, deciderOf(profile, routine)),
    role: roleData(profile, routine.responsible),
    standing: term(deadline.state, deadlineStanding(deadline)),
    due: deadline.due,
    done,
    remaining: deadline.remaining,
    missedBy: deadline.missedBy,
    unpublishedYears: deadline.unpublishedYears,
  }
}

const heading: Text = { zh: '例行事项', en: 'routines' }
