import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { holdsOn } from '../clock/period.ts'
import {
  askedOpenings,
  compareServices,
  exposureBasisOf,
  grantPeriodsOf,
  listedServices,
  pairServices,
  type ServicePair,
  type Services,
} from '../entitlement/index.ts'
import type { Text } from '../finding/finding.ts'
import { jurisdictionOf } from '../model/address.ts'
import { entryOf } from '../model/entry.ts'
import type { Model, System } from '../model/model.ts'
import type { Opening } from '../network/exposure.ts'
import { openingTerm } from '../term/index.ts'
import { type FeeSummary, feeSummary, itemNames } from './system-summary.ts'

/** What was asked last, and how it differs from what is granted. */
export interface RequestSummary {
  /** What the regulation calls the request. */
  readonly name: string
  readonly on: string
  /** Who made it; empty where nobody is named. */
  readonly by: string
  /** The number of its change in the forge. */
  readonly change: number | undefined
  /** Lines of which so many are granted and so many asked for. */
  readonly lines: readonly RequestedLine[]
  /** What is to be opened, and closed, of traffic. */
  readonly opened: readonly Text[]
  readonly closed: readonly Text[]
  /** What all that is asked for costs on the day; undefined where no service differs. */
  readonly fees: FeeSummary | undefined
}

export interface RequestedLine {
  readonly zone: string
  readonly pool: string
  readonly name: Text
  readonly unit: Text
  readonly granted: number
  readonly asked: number
  readonly from: string | undefined
  readonly to: string | undefined
}

/** Undefined where nobody has asked by the model's day, and where what was asked is done. */
export function requestSummary(
  model: Model,
  profile: JurisdictionProfile,
  system: System,
  waits: boolean,
): RequestSummary | undefined {
  const { history } = system.value
  const last = history.findLast(({ event }) => entryOf(profile.lifecycle.events, event)?.requests === true)
  // The manifest says what was asked last: of a day before that, it says nothing.
  if (last === undefined || last.on > model.asOf) return undefined
  const lines = requestedLines(model, profile, system)
  const { opened, closed } = openingsAsked(model, system)
  if (!waits && lines.length + opened.length + closed.length === 0) return undefined
  return {
    name: entryOf(profile.lifecycle.events, last.event)?.name ?? last.event,
    on: last.on,
    by: last.by ?? '',
    change: last.source?.change,
    lines,
    opened,
    closed,
    fees: lines.length === 0 ? undefined : askedFees(model, system),
  }
}

function requestedLines(
  model: Model,
  profile: JurisdictionProfile,
  system: System,
): readonly RequestedLine[] {
  const { history, zones } = system.value
  const held = grantHeld(profile, history, model.asOf)
  const granted: Services = held?.grants ?? {}
  if (compareServices(granted, zones, held?.on).length === 0) return []
  return pairServices(listedServices(granted), listedServices(zones))
    .filter(({ before, after }) => before !== after)
    .map(pair => requestedLine(model, pair))
}

function requestedLine(
  model: Model,
  { zone, pool, item, before, after, from, to }: ServicePair,
): RequestedLine {
  return { zone, pool, ...itemNames(model, item), granted: before, asked: after, from, to }
}

/** The event whose grants hold on a day. */
function grantHeld(
  profile: JurisdictionProfile,
  history: readonly HistoryEvent[],
  day: string,
): HistoryEvent | undefined {
  const period = grantPeriodsOf(profile, history).findLast(one => holdsOn(one, day))
  return period && history[period.event]
}

function openingsAsked(
  model: Model,
  system: System,
): { readonly opened: readonly Text[]; readonly closed: readonly Text[] } {
  const { value } = system
  const now = exposureBasisOf(model, value, model.asOf).openings
  const asked = askedOpenings(value)
  const without = (some: readonly Opening[], others: readonly Opening[]) => {
    const known = new Set(others.map(keyOf))
    return some
      .filter(one => !known.has(keyOf(one)))
      .map(one => openingTerm(model, one, jurisdictionOf(system)))
  }
  return { opened: without(asked, now), closed: without(now, asked) }
}

function keyOf(opening: Opening): string {
  const { direction, scope, tier, peerText, protocol, ports, icmpTypes, since, until } = opening
  return JSON.stringify([direction, scope, tier, peerText, protocol, ports, icmpTypes, since, until])
}

function askedFees(model: Model, system: System): FeeSummary {
  return feeSummary(
    model,
    system.value.metadata.jurisdiction,
    Object.values(system.value.zones).flatMap(({ services }) => services),
  )
}
