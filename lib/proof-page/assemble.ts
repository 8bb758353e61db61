import type { AnyFinding, Text } from '../finding/finding.ts'
import { beliefKinds } from '../isolation/beliefs/index.ts'
import type { Given, ProjectGrant, ZoneGrant } from '../isolation/grant.ts'
import { type HeldBelief, sourceOf } from '../isolation/judge.ts'
import type { IsolationModel } from '../isolation/model.ts'
import { openBetween } from '../isolation/open-between.ts'
import type { Proof } from '../isolation/prove.ts'
import { Reachability } from '../isolation/reachability.ts'
import type { Model } from '../model/model.ts'
import type {
  ProofContent,
  ProofGround,
  ProvenGateway,
  ProvenSystem,
  ProvenZone,
  Statement,
} from './content.ts'
import { modelDigest } from './model-digest.ts'
import { labelsOf, rowsOf } from './rows.ts'

export interface Proven {
  readonly ground: ProofGround
  readonly isolation: IsolationModel
  readonly given: Given
  readonly proof: Proof
  readonly findings: readonly AnyFinding[]
  /** The address of the system of a stack, by the stack's name. */
  readonly addresses: ReadonlyMap<string, string>
  /** sha256 of each stack's JSON, in hex. */
  readonly stacks: ReadonlyMap<string, string>
}

type Sources = Pick<Model, 'catalogue' | 'systemByAddress' | 'unitByAddress'>

/** What the page of a proof says, in the words of the catalogue and of the manifests. */
export function proofContent(model: Sources, proven: Proven, on: string, version: string): ProofContent {
  const { ground, isolation, given, proof, findings, stacks } = proven
  const systems = new Map(
    [...given.projects].flatMap(([project, grant]) => {
      const system = systemOf(model, grant, proven.addresses.get(grant.stack))
      return system === undefined ? [] : [[project, system] as const]
    }),
  )
  const reachability = new Reachability(isolation)
  return {
    on,
    platform: model.catalogue.platform.value.metadata.name,
    ground,
    proof,
    findings,
    statements: proof.beliefs.map(({ held }) => statementOf(model, held)),
    zones: given.zones.map(zone => zoneOf(model, zone, [...systems.values()], proof, reachability)),
    gateways: gatewaysOf(model, given),
    systems,
    inputs: { model: modelDigest(isolation), stacks },
    version,
  }
}

function systemOf(
  { systemByAddress, unitByAddress, catalogue }: Sources,
  { project, zone, networks, kbps, jurisdiction }: ProjectGrant,
  address: string | undefined,
): ProvenSystem | undefined {
  if (address === undefined) return undefined
  const unit = address.split('/').slice(0, 2).join('/')
  return {
    project,
    zone,
    address,
    name: systemByAddress.get(address)?.value.metadata.name ?? address,
    unit: unitByAddress.get(unit)?.value.metadata.name ?? unit,
    jurisdiction: jurisdictionName(catalogue, jurisdiction),
    networks: networks.map(String),
    kbps,
  }
}

function jurisdictionName({ jurisdictions }: Sources['catalogue'], id: string): Text {
  return jurisdictions.get(id)?.value.metadata.name ?? { zh: id, en: id }
}

function statementOf({ catalogue }: Sources, held: HeldBelief): Statement {
  const { id, kind } = held.belief
  const { jurisdiction } = held
  return {
    id,
    name: beliefKinds[kind].name,
    source: sourceOf(held),
    place: jurisdiction === undefined ? undefined : jurisdictionName(catalogue, jurisdiction),
    reason: beliefKinds[kind].reason,
  }
}

function zoneOf(
  { catalogue }: Sources,
  { id, cloud }: ZoneGrant,
  systems: readonly ProvenSystem[],
  { tally }: Proof,
  reachability: Reachability,
): ProvenZone {
  const own = systems.filter(({ zone }) => zone === id)
  const rows = rowsOf(own)
  const labels = labelsOf(rows)
  const named = (tally?.named ?? []).filter(({ from, to }) => labels.has(from) && labels.has(to))
  const openness = openBetween(
    reachability,
    own.map(({ project }) => project),
    named,
    project => labels.get(project) ?? project,
  )
  const name = catalogue.platform.value.zones[id]?.name ?? { zh: id, en: id }
  return { id, name, cloud, rows, openness }
}

function gatewaysOf({ catalogue, systemByAddress }: Sources, { zones }: Given): readonly ProvenGateway[] {
  const shown = new Set(zones.map(({ id }) => id))
  const systems = [...systemByAddress.values()]
  return (catalogue.platform.value.gateways ?? [])
    .filter(gateway => gateway.zones.every(zone => shown.has(zone)))
    .map(({ id, name, zones }) => ({
      id,
      name,
      zones,
      systems: systems.filter(({ value }) => value.exchange?.some(({ through }) => through === id)).length,
    }))
}
