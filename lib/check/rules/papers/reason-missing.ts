import { profileOf } from '../../../entitlement/index.ts'
import { type Finding, finding } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import type { Surroundings, System } from '../../../model/model.ts'
import { eventTerm } from '../../../term/index.ts'
import { groundIn } from '../../ground.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { unmetRequirementsIn } from '../../unmet-requirements.ts'
import { advice } from '../../words.ts'

export const reasonMissing: SystemRule = {
  code: 'TY4204',
  severity: 'error',
  title: text('该环节应当写明理由或约定日期。', 'An event must give its reason, or the day agreed.'),
  why: text(
    '不予受理、退回须说明理由，使用单位据此调整后重新提交；紧急开通、延长试用、专享资源须写明约定的日期。',
    'A refusal says why, so that the unit can mend it; emergencies, longer trials and dedicated resources name the day agreed.',
  ),
  *check(surroundings, system) {
    const told = new Set<number>()
    for (const { unmet, profile, name, index } of unmetRequirementsIn(surroundings, system)) {
      const wanted = [
        ...(unmet.reason ? [{ key: 'reason', zh: '理由' }] : []),
        ...(unmet.until ? [{ key: 'until', zh: '约定日期' }] : []),
      ]
      if (unmet.reason) told.add(index)
      for (const { key, zh } of wanted) {
        yield finding(reasonMissing, place(system, 'history', index, 'event'), {
          ...groundIn(surroundings, profile, unmet.requirement),
          severity: unmet.requirement.severity,
          message: text(`“${name.zh}”未写明${zh}（${key}）`, `“${name.en}” gives no \`${key}\``),
          fix: advice(`补写${zh}（${key}）`, `add \`${key}\``),
        })
      }
    }
    yield* refusals(surroundings, system, told)
  },
}

/** A refusal says why under every regulation: what is refused can be mended only by who knows. */
function* refusals(
  surroundings: Surroundings,
  system: System,
  told: ReadonlySet<number>,
): Generator<Finding> {
  const profile = profileOf(surroundings, system)
  if (profile === undefined) return
  for (const [index, { event, reason }] of system.value.history.entries()) {
    const definition = entryOf(profile.lifecycle.events, event)
    if (definition?.refuses !== true || reason !== undefined || told.has(index)) continue
    const { zh, en } = eventTerm(profile, event)
    yield finding(reasonMissing, place(system, 'history', index, 'event'), {
      message: text(`“${zh}”未写明理由（reason）`, `“${en}” gives no \`reason\``),
      fix: advice('补写理由（reason）', 'add `reason`'),
    })
  }
}
