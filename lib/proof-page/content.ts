import type { AnyFinding, Text } from '../finding/finding.ts'
import type { Openness } from '../isolation/open-between.ts'
import type { Proof } from '../isolation/prove.ts'

/** What was looked at: stacks as they are made, plans of some of them, or clouds as they are. */
export type ProofGround = 'stacks' | 'plans' | 'clouds'

/** All that the page of a proof says. */
export interface ProofContent {
  readonly on: string
  readonly platform: string
  readonly ground: ProofGround
  readonly proof: Proof
  readonly findings: readonly AnyFinding[]
  readonly statements: readonly Statement[]
  readonly zones: readonly ProvenZone[]
  readonly gateways: readonly ProvenGateway[]
  /** By the id of the project in the model. */
  readonly systems: ReadonlyMap<string, ProvenSystem>
  readonly inputs: Inputs
  /** Of the tool. */
  readonly version: string
}

/** A belief in words, in the order of the proof's own. */
export interface Statement {
  readonly id: string
  readonly name: Text
  /** The article that it rests on, or the basis that the platform gives. */
  readonly source: Text
  /** Whose systems it is about; undefined for all. */
  readonly place: Text | undefined
  /** Why it holds where it does. */
  readonly reason: Text
}

export interface ProvenZone {
  readonly id: string
  readonly name: Text
  /** Cloud and region. */
  readonly cloud: string
  readonly rows: Rows
  readonly openness: (from: string, to: string) => Openness
}

export interface ProvenGateway {
  readonly id: string
  readonly name: string
  readonly zones: readonly string[]
  /** How many systems exchange through it. */
  readonly systems: number
}

/** A system in a zone. */
export interface ProvenSystem {
  readonly project: string
  readonly zone: string
  readonly address: string
  readonly name: string
  readonly unit: string
  readonly jurisdiction: Text
  /** Its networks in the zone, as CIDR. */
  readonly networks: readonly string[]
  /** Of its uplink; undefined without one. */
  readonly kbps: number | undefined
}

/** The systems of a zone as a picture and a matrix show them. */
export interface Rows {
  /** One row for each of these. */
  readonly level: Level
  readonly rows: readonly Row[]
}

export type Level = 'system' | 'unit' | 'jurisdiction'

export interface Row {
  /** The same for all that the row stands for. */
  readonly label: string
  readonly name: string
  /** The frame that it stands in: a unit, a jurisdiction, or nothing. */
  readonly frame: string
  readonly systems: readonly ProvenSystem[]
}

export interface Inputs {
  /** sha256 of the model that was judged, in hex: equal models give equal verdicts. */
  readonly model: string
  /** sha256 of each stack's JSON, in hex, by the stack's name; empty for clouds. */
  readonly stacks: ReadonlyMap<string, string>
}
