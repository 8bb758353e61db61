import { partsWithNetworks } from '../../lib/desired-state/index.ts'
import { stateOf } from '../../lib/lifecycle/index.ts'
import type { Model } from '../../lib/model/model.ts'
import type { GrantSummary, LineSummary, SystemSummary } from '../../lib/summary/system-summary.ts'
import { poolName, stateTerm, zoneTerm } from '../../lib/term/index.ts'
import { unrecordedData } from './evidence-lines.ts'
import { plainOpenings } from './inherited-lines.ts'
import { term } from './json-parts.ts'
import { paperData } from './paper-lines.ts'

/** What one system has been given, for programs. */
export function systemSummaryData(model: Model, summary: SystemSummary) {
  const { address, name, mlps, resources, grants, fees, billing, inherited } = summary
  const system = model.systemByAddress.get(address)
  const jurisdiction = system?.value.metadata.jurisdiction ?? ''
  const profile = model.catalogue.jurisdictions.get(jurisdiction)?.value
  const state = system && profile && stateOf(profile, system.value.history, model.asOf).state
  return {
    system: address,
    name,
    mlps,
    state: state === undefined || profile === undefined ? null : term(state, stateTerm(profile, state)),
    resources,
    grants: grants.map(grant => grantData(model, jurisdiction, grant)),
    fees,
    billing: billing ?? null,
    inherited: plainOpenings(inherited),
    ...unrecordedData(model, system),
    ...paperData(model, system),
  }
}

function grantData(model: Model, jurisdiction: string, { zone, pool, lines, record }: GrantSummary) {
  return {
    zone: term(zone, zoneTerm(model, zone, jurisdiction)),
    pool: term(pool, poolName(model, zone, pool)),
    lines: lines.map(lineData),
    stands:
      record === undefined
        ? null
        : {
            networks: partsWithNetworks(record).flatMap(({ tier, networks }) =>
              networks.map(({ cidr, addressPool }) => ({
                cidr,
                addressPool,
                ...(tier === undefined ? {} : { tier }),
              })),
            ),
            bandwidthKbps: record.uplink?.bandwidthKbps ?? 0,
            quota: record.quota,
          },
  }
}

function lineData({ item, name, quantity, unit }: LineSummary) {
  return { item: term(item, name), quantity, unit }
}
