import {
  hasEnded,
  type PastGrants,
  pastGrantsOf,
  type Standing,
  standingsOf,
} from '../../entitlement/index.ts'
import type { Model, Surroundings, System } from '../../model/model.ts'
import { view } from '../../model/view.ts'
import { type DrawExtract, drawsOf, type EndingExtract, endingsOf } from './grant-extract.ts'
import { type NetworkExtract, networkExtractsOf } from './network-extract.ts'
import { type PaperExtract, paperExtractsOf } from './paper-extract.ts'
import { type TrafficExtract, trafficExtractsOf } from './traffic-extract.ts'

/**
 * What the rules across systems need to know of one of them: plain data, that rests on the system, its unit and the
 * catalogue alone. Where it is known, it spares reading a system again that has not changed.
 */
export interface SystemExtract {
  /** The day of the first event; empty without one. */
  readonly since: string
  /** Whether its file stays only as the record of what was. */
  readonly hasEnded: boolean
  /** The zones that its manifest has. */
  readonly zones: readonly string[]
  /** The zones in which it has resources on the day. */
  readonly standings: Readonly<Record<string, Standing>>
  /** The zones that it once was granted and has nothing in on the day. */
  readonly pastGrants: PastGrants
  readonly networks: readonly NetworkExtract[]
  readonly traffic: readonly TrafficExtract[]
  readonly draws: readonly DrawExtract[]
  readonly endings: readonly EndingExtract[]
  readonly papers: readonly PaperExtract[]
}

/** A model with what is known of its systems beforehand; what is not is worked out when it is asked for. */
export interface ExtractedModel extends Model {
  readonly extracts: ReadonlyMap<System, SystemExtract>
}

/** A model of whose systems nothing is known beforehand. */
export function extracted(model: Model): ExtractedModel {
  return { ...model, extracts: new Map() }
}

export function extractOf(model: Surroundings, system: System): SystemExtract {
  const { value } = system
  return {
    since: value.history[0]?.on ?? '',
    hasEnded: hasEnded(model, system),
    zones: Object.keys(value.zones),
    standings: standingsOf(model, system),
    pastGrants: pastGrantsOf(model, system),
    networks: networkExtractsOf(system),
    traffic: trafficExtractsOf(system),
    draws: drawsOf(model, system),
    endings: endingsOf(model, system),
    papers: paperExtractsOf(system),
  }
}

/** Of the systems of a model of which nothing was known beforehand: some forty rules ask for each. */
const workedOut = view((_model: ExtractedModel) => new Map<System, SystemExtract>())

/** The extract of one of the model's systems. */
export function extractIn(model: ExtractedModel, system: System): SystemExtract {
  const beforehand = model.extracts.get(system)
  if (beforehand !== undefined) return beforehand
  const known = workedOut(model)
  const extract = known.get(system) ?? extractOf(model, system)
  known.set(system, extract)
  return extract
}
