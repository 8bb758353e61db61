import type { Outline } from '../desired-state/index.ts'
import type { Text } from '../finding/finding.ts'
import { unitAddressOf } from '../model/address.ts'
import type { Model } from '../model/model.ts'
import { type ZoneSummary, zoneSummaries } from './capacity.ts'
import { type CaseSummary, caseSummaries } from './case-summary.ts'
import type { Duty } from './duty.ts'
import { routineDuties } from './routine-duties.ts'
import { linesOnDay } from './system-summary.ts'

/** What a data repository holds on one day, for people to read: counted, named and joined, with nothing left to look up. */
export interface Summary {
  /** The day, `YYYY-MM-DD`. */
  readonly asOf: string
  readonly platform: string
  readonly zones: readonly ZoneSummary[]
  /** In order of their addresses. */
  readonly jurisdictions: readonly JurisdictionSummary[]
}

export interface JurisdictionSummary {
  readonly id: string
  readonly name: Text
  readonly regulation: string
  readonly units: readonly UnitSummary[]
  /** What is owed again and again whatever the systems, the nearest first. */
  readonly routines: readonly Duty[]
}

export interface UnitSummary {
  readonly address: string
  readonly name: string
  /** In order of their addresses. */
  readonly cases: readonly CaseSummary[]
}

export function summaryOf(model: Model, outline: Outline): Summary {
  return {
    asOf: model.asOf,
    platform: model.catalogue.platform.value.metadata.name,
    zones: zoneSummaries(model, linesOnDay(model)),
    jurisdictions: jurisdictionsOf(model, outline),
  }
}

function jurisdictionsOf(model: Model, outline: Outline): JurisdictionSummary[] {
  const byUnit = Map.groupBy(caseSummaries(model, outline), unitAddressOf)
  const units = model.units
    .toSorted((a, b) => (a.address < b.address ? -1 : 1))
    .map(({ address, value: { metadata } }) => ({
      jurisdiction: metadata.jurisdiction,
      summary: { address, name: metadata.name, cases: byUnit.get(address) ?? [] },
    }))
  return [...model.catalogue.jurisdictions].map(([id, { value }]) => ({
    id,
    name: value.metadata.name,
    regulation: value.regulation.title,
    units: units.filter(({ jurisdiction }) => jurisdiction === id).map(({ summary }) => summary),
    routines: routineDuties(model, value),
  }))
}
