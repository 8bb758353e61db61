import { view } from '../../model/view.ts'
import { type TrafficRule, trafficRule } from '../../network/traffic.ts'
import { type ExtractedModel, extractIn } from './extract.ts'

/** Every rule towards somebody else, system by system. */
export const outwardRulesOf = view((model: ExtractedModel): readonly TrafficRule[] =>
  model.systems.flatMap(system =>
    extractIn(model, system).traffic.map(({ tier, ports, icmpTypes, ...fact }) =>
      trafficRule(system, { ...fact, tier, ports, icmpTypes, authorisedBy: undefined }),
    ),
  ),
)
