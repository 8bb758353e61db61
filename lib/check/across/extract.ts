import { isRecordOnly } from '../../entitlement/end-of-life.ts'
import { type Standing, standingsOf } from '../../lifecycle/index.ts'
import type { Model, System } from '../../model/model.ts'
import { type DrawExtract, drawsOf, type EndingExtract, endingsOf } from './grants.ts'
import { type NetworkExtract, networkExtractsOf } from './networks.ts'
import { type PaperExtract, paperExtractsOf } from './papers.ts'
import { type TrafficExtract, trafficExtractsOf } from './traffic.ts'

/**
 * What the rules across systems need to know of one of them: plain data, that rests on the system, its unit and the
 * catalogue alone. Kept with the verdict of the local rules, it spares reading a system again that has not changed.
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
  readonly networks: readonly NetworkExtract[]
  readonly traffic: readonly TrafficExtract[]
  readonly draws: readonly DrawExtract[]
  readonly endings: readonly EndingExtract[]
  readonly papers: readonly PaperExtract[]
}

/** A model with the facts of each of its systems. */
export interface ExtractedModel extends Model {
  readonly facts: ReadonlyMap<System, SystemExtract>
}

export function extractOf(model: Model, system: System): SystemExtract {
  const { value } = system
  return {
    since: value.history[0]?.on ?? '',
    hasEnded: isRecordOnly(model, system),
    zones: Object.keys(value.zones),
    standings: standingsOf(model, system),
    networks: networkExtractsOf(system),
    traffic: trafficExtractsOf(system),
    draws: drawsOf(model, system),
    endings: endingsOf(model, system),
    papers: paperExtractsOf(system),
  }
}

/** The facts of one of the model's systems. */
export function extractIn(model: ExtractedModel, system: System): SystemExtract {
  return model.facts.get(system) ?? extractOf(model, system)
}
