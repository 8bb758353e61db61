import type { PeopleManifest } from '../../generated/types/people.ts'
import { countsOn, type Term } from './terms.ts'

/** What somebody may decide in a jurisdiction. */
export interface Standing extends Term {
  readonly person: string
  readonly jurisdiction: string
  readonly roles: readonly string[]
  /** The using unit for which alone it counts; undefined for all of the jurisdiction. */
  readonly unit: string | undefined
  /** For whom it is exercised, where it is by deputy (代理). */
  readonly of: string | undefined
}

/** Offices, and what deputies exercise: of an office for one unit, that unit's alone. */
export function standingsIn({ offices, deputies = [] }: PeopleManifest): readonly Standing[] {
  const own = offices.map((office): Standing => ({ ...office, unit: office.unit, of: undefined }))
  const deputed = deputies.flatMap(deputy =>
    own
      .filter(office => office.person === deputy.of && office.jurisdiction === deputy.jurisdiction)
      .flatMap(office => {
        const roles = deputy.roles.filter(role => office.roles.includes(role))
        return roles.length === 0 ? [] : [deputise(deputy, office, roles)]
      }),
  )
  return [...own, ...deputed]
}

function deputise(
  deputy: Term & { readonly person: string; readonly of: string },
  office: Standing,
  roles: readonly string[],
): Standing {
  const { person, of } = deputy
  const from = deputy.from > office.from ? deputy.from : office.from
  const ends = [deputy.to, office.to].filter(day => day !== undefined).sort()
  const [to] = ends
  const { jurisdiction, unit } = office
  return { person, jurisdiction, roles, unit, of, from, ...(to === undefined ? {} : { to }) }
}

/** Where a decision is to be made: for which unit of which jurisdiction, `YYYY-MM-DD`. */
export interface Seat {
  readonly jurisdiction: string
  /** The unit's id; undefined where the decision is about none. */
  readonly unit: string | undefined
  readonly day: string
}

/** The roles that each person may exercise in a place on a day. */
export function rolesAt(people: PeopleManifest, seat: Seat): ReadonlyMap<string, readonly string[]> {
  const roles = new Map<string, Set<string>>()
  for (const standing of standingsIn(people)) {
    if (!sits(standing, seat)) continue
    const held = roles.get(standing.person) ?? new Set()
    for (const role of standing.roles) held.add(role)
    roles.set(standing.person, held)
  }
  return new Map([...roles].map(([person, held]) => [person, [...held].sort()]))
}

function sits(standing: Standing, { jurisdiction, unit, day }: Seat): boolean {
  return (
    standing.jurisdiction === jurisdiction &&
    (standing.unit === undefined || standing.unit === unit) &&
    countsOn(standing, day)
  )
}
