import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { isLeftOut } from '../model/left-out.ts'
import type { Model, Sourced, System, Unit } from '../model/model.ts'
import { pairView } from '../model/view.ts'

export interface Changed<T> {
  readonly before: T
  readonly after: T
}

/** Every system that both sides have, unless its bytes are the same: there no rule about changes finds anything. */
export const changedSystems = pairView((base: Model, head: Model) =>
  changed<System>(base.systemByAddress, head.systems),
)

/** The same of units. */
export const changedUnits = pairView((base: Model, head: Model) =>
  changed<Unit>(base.unitByAddress, head.units),
)

/** The head with the regulations by which it is judged: the target branch's, and those of new jurisdictions. */
export function judgedBy(base: Model, head: Model): Model {
  const jurisdictions = new Map([...head.catalogue.jurisdictions, ...base.catalogue.jurisdictions])
  return { ...head, catalogue: { ...head.catalogue, jurisdictions } }
}

export interface HeadSystem {
  readonly before: System | undefined
  readonly system: System
}

/** Every system of the head that is new or whose bytes are not the same, with what the base has of it. */
export const headSystems = pairView((base: Model, head: Model): readonly HeadSystem[] =>
  head.systems.flatMap(system => {
    const before = base.systemByAddress.get(system.address)
    // What the base has and nobody could understand is none that is new.
    if (before === undefined && isLeftOut(base, system.document.file)) return []
    return before?.document.digest === system.document.digest ? [] : [{ before, system }]
  }),
)

/** The index in its history of the first event that a change adds to a system, whether or not it adds any. */
export function firstAdded(before: System | undefined): number {
  return before?.value.history.length ?? 0
}

/** The events that a change adds to the history of a system, each with its index in it. */
export function addedEvents(
  before: System | undefined,
  { value: { history } }: System,
): IteratorObject<readonly [number, HistoryEvent]> {
  return history.entries().drop(firstAdded(before))
}

function changed<T extends Pick<Sourced<unknown>, 'document'> & { readonly address: string }>(
  base: ReadonlyMap<string, T>,
  head: readonly T[],
): readonly Changed<T>[] {
  return head.flatMap(after => {
    const before = base.get(after.address)
    const isSame = before === undefined || before.document.digest === after.document.digest
    return isSame ? [] : [{ before, after }]
  })
}

export interface JudgedSystem {
  readonly before: System
  readonly system: System
  readonly profile: JurisdictionProfile
}

/** The same systems, each with the profile that its change is judged by. */
export function* judgedSystems(base: Model, head: Model): Generator<JudgedSystem> {
  for (const { before, after: system } of changedSystems(base, head)) {
    const profile = judgingProfile(base, head, system)
    if (profile !== undefined) yield { before, system, profile }
  }
}

/** The profile that a change to a system is judged by: the target branch's, or the new one of a new jurisdiction. */
export function judgingProfile(base: Model, head: Model, system: System): JurisdictionProfile | undefined {
  const id = system.value.metadata.jurisdiction
  return (base.catalogue.jurisdictions.get(id) ?? head.catalogue.jurisdictions.get(id))?.value
}
