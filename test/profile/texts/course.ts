// Walks through the graph of a profile, for properties that hold of every way through it.
import type { JurisdictionProfile } from '../../../generated/types/jurisdiction.ts'
import { eventsFrom, type Position, positionAfter, startOf } from '../../../lib/lifecycle/index.ts'
import { loaded } from '../../example-repository.ts'

export const jurisdictions = ['datong', 'ningwu', 'xishuangbanna', 'zhejiang', 'jiuquan'] as const

export type Jurisdiction = (typeof jurisdictions)[number]

export function profileOf(id: Jurisdiction): JurisdictionProfile {
  const profile = loaded().model.catalogue.jurisdictions.get(id)?.value
  if (profile === undefined) throw new Error(`no profile ${id}`)
  return profile
}

export function keyOf({ state, below }: Omit<Position, 'resources'>): string {
  return [...below, state].join(' > ')
}

export interface Way {
  readonly event: string
  readonly to: Position
}

export function waysFrom(profile: JurisdictionProfile, position: Position): readonly Way[] {
  return eventsFrom(profile, position).flatMap(event => {
    const definition = profile.lifecycle.events[event]
    const to = definition && positionAfter(profile, definition, position)
    return to === undefined ? [] : [{ event, to }]
  })
}

/** Every position that any history can reach. */
export function positionsOf(profile: JurisdictionProfile): ReadonlyMap<string, Position> {
  const start = startOf(profile)
  const reached = new Map([[keyOf(start), start]])
  for (const position of reached.values())
    for (const { to } of waysFrom(profile, position)) reached.set(keyOf(to), to)
  return reached
}

/** Every way through the graph on which no event moves a system twice, up to and with each step. */
export function* pathsOf(
  profile: JurisdictionProfile,
  usable: (event: string) => boolean,
  position: Position = startOf(profile),
  path: readonly string[] = [],
): Generator<readonly string[]> {
  for (const { event, to } of waysFrom(profile, position)) {
    if (!usable(event) || path.includes(event) || keyOf(to) === keyOf(position)) continue
    const further = [...path, event]
    yield further
    yield* pathsOf(profile, usable, to, further)
  }
}
