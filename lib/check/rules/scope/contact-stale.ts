import { addMonths } from '../../../clock/index.ts'
import { hasEnded } from '../../../entitlement/index.ts'
import { type CodeDefinition, finding } from '../../../finding/finding.ts'
import type { Surroundings, System, Unit } from '../../../model/model.ts'
import { fieldTerm } from '../../../term/index.ts'
import { groundIn } from '../../ground.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule, SystemRule } from '../../rule.ts'

const definition = {
  code: 'TY4108',
  severity: 'warning',
  title: text('联系人信息久未核实。', 'The details of a contact have not been confirmed for long.'),
  why: text(
    '机构、人员变化须及时告知主管部门；核实后更新 confirmed。',
    'Changes of staff are reported in time. Check the details, then update confirmed.',
  ),
  articles: ['XS-22.3', 'JQ-26'],
} satisfies CodeDefinition

export const contactStale: SystemRule = {
  ...definition,
  check: (surroundings, system) => (hasEnded(surroundings, system) ? [] : stale(surroundings, system)),
}

export const unitContactStale: RepositoryRule = {
  ...definition,
  *check(model) {
    for (const unit of model.units) yield* stale(model, unit)
  },
}

function* stale(surroundings: Surroundings, owner: Unit | System) {
  const profile = surroundings.catalogue.jurisdictions.get(owner.value.metadata.jurisdiction)?.value
  const rule = profile?.contacts
  if (profile === undefined || rule === undefined) return
  for (const [role, { confirmed }] of Object.entries(owner.value.contacts)) {
    if (confirmed !== undefined && addMonths(confirmed, rule.confirmWithinMonths) >= surroundings.asOf)
      continue
    // By the office, for findings go into comments and logs, and nobody's name should.
    const who = fieldTerm(`${owner.value.kind === 'Unit' ? 'unit.' : ''}contacts.${role}`)
    const path = confirmed === undefined ? ['contacts', role] : ['contacts', role, 'confirmed']
    yield finding(definition, place(owner, ...path), {
      ...groundIn(surroundings, profile, rule),
      message:
        confirmed === undefined
          ? text(`${who.zh}的联系信息没有核实日期`, `the details of ${who.en} were never confirmed`)
          : text(
              `${who.zh}的联系信息最近一次核实于 ${confirmed}`,
              `the details of ${who.en} were last confirmed on ${confirmed}`,
            ),
    })
  }
}
