import { type Standing, standingsOf } from '../../lifecycle/index.ts'
import type { Model, System } from '../../model/model.ts'
import { isRecordOnly } from '../systems.ts'
import { type DrawFact, drawsOf, type EndingFact, endingsOf } from './grants.ts'
import { type NetworkFact, networkFactsOf } from './networks.ts'
import { type PaperFact, paperFactsOf } from './papers.ts'
import { type TrafficFact, trafficFactsOf } from './traffic.ts'

/**
 * What the rules across systems need to know of one of them: plain data, that rests on the system, its unit and the
 * catalogue alone. Kept with the verdict of the local rules, it spares reading a system again that has not changed.
 */
export interface SystemFacts {
  /** The day of the first event; empty without one. */
  readonly since: string
  /** Whether its file stays only as the record of what was. */
  readonly hasEnded: boolean
  /** The zones that its manifest has. */
  readonly zones: readonly string[]
  /** The zones in which it has resources on the day. */
  readonly standings: Readonly<Record<string, Standing>>
  readonly networks: readonly NetworkFact[]
  readonly traffic: readonly TrafficFact[]
  readonly draws: readonly DrawFact[]
  readonly endings: readonly EndingFact[]
  readonly papers: readonly PaperFact[]
}

/** A model with the facts of each of its systems. */
export interface FactualModel extends Model {
  readonly facts: ReadonlyMap<System, SystemFacts>
}

export function factsOf(model: Model, system: System): SystemFacts {
  const { value } = system
  return {
    since: value.history[0]?.on ?? '',
    hasEnded: isRecordOnly(model, system),
    zones: Object.keys(value.zones),
    standings: standingsOf(model, system),
    networks: networkFactsOf(system),
    traffic: trafficFactsOf(system),
    draws: drawsOf(model, system),
    endings: endingsOf(model, system),
    papers: paperFactsOf(system),
  }
}

/** The facts of one of the model's systems. */
export function factsIn(model: FactualModel, system: System): SystemFacts {
  return model.facts.get(system) ?? factsOf(model, system)
}
