import { finding } from '../../../finding/finding.ts'
import { happeningTerm, signalName } from '../../../profile/signals.ts'
import { groundIn } from '../../ground.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { unmetRequirementsIn } from '../../unmet-requirements.ts'
import { advice } from '../../words.ts'

export const eventMissing: SystemRule = {
  code: 'TY4211',
  severity: 'error',
  title: text('此前须办理的环节没有办理。', 'An event came before another that it waits for.'),
  why: text(
    '有的环节须先办理，如签订服务协议后方可上线、报备调整建议后方可下达工单；补办并追加该环节，或核对日期。',
    'Some events wait for others: no going live without a service agreement, no delivery order before the advice is filed. Do and append what is missing, or check the dates.',
  ),
  articles: ['DT-13', 'NW-2.3b', 'XS-21.1', 'JQ-19'],
  *check(surroundings, system) {
    for (const { unmet, profile, name, index } of unmetRequirementsIn(surroundings, system)) {
      for (const id of unmet.events) {
        const wanted = happeningTerm(profile, id)
        yield finding(eventMissing, place(system, 'history', index, 'event'), {
          ...groundIn(surroundings, profile, unmet.requirement),
          severity: unmet.requirement.severity,
          message: text(
            `“${name.zh}”之前没有“${wanted.zh}”`,
            `“${name.en}” without “${wanted.en}” before it`,
          ),
          fix:
            signalName(profile, id) === undefined
              ? advice(
                  `补办“${wanted.zh}”，记在该环节之前（${id}）`,
                  `enter \`${id}\` before it, once it is done`,
                )
              : advice('登记实测的利用率（utilisation）', 'enter what was measured under `utilisation`'),
        })
      }
    }
  },
}
