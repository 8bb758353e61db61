import { addMonths } from '../../../clock/index.ts'
import { isRecordOnly } from '../../../entitlement/end-of-life.ts'
import { finding } from '../../../finding/finding.ts'
import type { Model, System, Unit } from '../../../model/model.ts'
import { place, text } from '../../place.ts'
import type { Rule } from '../../rule.ts'

export const contactStale: Rule = {
  code: 'TY4108',
  local: true,
  severity: 'warning',
  title: text('联系人信息久未核实。', 'The details of a contact have not been confirmed for long.'),
  why: text(
    '机构、人员变化须及时告知主管部门；核实后更新 confirmed。',
    'Changes of staff are reported in time. Check the details, then update confirmed.',
  ),
  articles: ['XS-22.3', 'JQ-26'],
  *check(model) {
    const live = model.systems.filter(system => !isRecordOnly(model, system))
    for (const owner of [...model.units, ...live]) yield* stale(model, owner)
  },
}

function* stale(model: Model, owner: Unit | System) {
  const rule = model.catalogue.jurisdictions.get(owner.value.metadata.jurisdiction)?.value.contacts
  if (rule === undefined) return
  for (const [role, contact] of Object.entries(owner.value.contacts)) {
    const { confirmed } = contact
    if (confirmed !== undefined && addMonths(confirmed, rule.confirmWithinMonths) >= model.asOf) continue
    const path = confirmed === undefined ? ['contacts', role] : ['contacts', role, 'confirmed']
    yield finding(contactStale, place(owner, ...path), {
      article: rule.article,
      message:
        confirmed === undefined
          ? text(
              `${contact.name}的联系信息没有核实日期`,
              `the details of ${contact.name} were never confirmed`,
            )
          : text(
              `${contact.name}的联系信息最近一次核实于 ${confirmed}`,
              `the details of ${contact.name} were last confirmed on ${confirmed}`,
            ),
    })
  }
}
