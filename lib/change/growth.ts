import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { SystemManifest } from '../../generated/types/system.ts'
import { askedOpenings, compareServices, exposureBasisAfter, type Services } from '../entitlement/index.ts'
import { requestsServices } from '../lifecycle/index.ts'
import { entryOf } from '../model/entry.ts'
import { lazily } from '../model/lazily.ts'
import type { Model, System } from '../model/model.ts'
import { widenings } from '../network/coverage.ts'
import { type TieredZone, tierNamesOf } from '../network/zone-part.ts'
import { addedEvents } from './changed.ts'

/**
 * The appended events by which a system gets, or asks for, anything that it did not have: indexes in its history. What
 * only shrinks, narrows or ends is not among them.
 */
export function growthOf(
  model: Model,
  profile: JurisdictionProfile,
  before: System | undefined,
  system: System,
): readonly number[] {
  const asks = lazily(() => asksForMore(before?.value, system.value))
  return [...addedEvents(before, system)].flatMap(([index, event]) => {
    const grows =
      event.grants === undefined
        ? requestsServices(profile, event.event) && asks()
        : grantsMore(model, system.value, index)
    return grows ? [index] : []
  })
}

function asksForMore(before: SystemManifest | undefined, after: SystemManifest): boolean {
  if (before === undefined) return true
  return (
    isMore(before.zones, after.zones) ||
    hasMoreTiers(before.zones, after.zones) ||
    widenings(askedOpenings(after), askedOpenings(before)).length > 0
  )
}

function grantsMore(model: Model, system: SystemManifest, index: number): boolean {
  const { history } = system
  const { grants = {}, on } = history[index] ?? {}
  const last = history.slice(0, index).findLast(event => event.grants !== undefined)
  if (last === undefined || isMore(last.grants ?? {}, grants, on)) return true
  if (hasMoreTiers(last.grants ?? {}, grants)) return true
  const openingsAfter = (events: number) => exposureBasisAfter(model, system, events).openings
  return widenings(openingsAfter(index + 1), openingsAfter(index), on).length > 0
}

function isMore(before: Services, after: Services, since?: string): boolean {
  return compareServices(before, after, since).some(({ kind }) => kind !== 'shrink' && kind !== 'leave-zone')
}

type Tiered = Readonly<Record<string, Pick<TieredZone, 'tiers'>>>

function hasMoreTiers(before: Tiered, after: Tiered): boolean {
  return Object.entries(after).some(([zone, value]) => {
    const had = new Set(tierNamesOf(entryOf(before, zone) ?? {}))
    return tierNamesOf(value).some(tier => !had.has(tier))
  })
}
