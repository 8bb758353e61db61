import type { ApprovalPolicy } from '../../../../generated/types/approval.ts'
import { roleSetsOf } from '../../../approval/fill-steps.ts'
import { beginningsFrom } from '../../../clock/period.ts'
import { finding } from '../../../finding/finding.ts'
import type { Catalogue } from '../../../model/model.ts'
import { daysOf, rolesAt, standingsIn } from '../../../people/index.ts'
import { roleTerm, wordTerm } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const rolesConflict: RepositoryRule = {
  code: 'TY3808',
  severity: 'warning',
  title: text('一人同时可作出一项审批的两步意见。', 'One person could decide two steps of one approval.'),
  why: text(
    '审核与审批须由不同的人作出：可任两步的人，其意见两步都不算（XS-31.2）。把其中一职改由他人担任，或者写明先后的任期。',
    'Review and approval are made by different people: whoever could fill two steps fills neither (XS-31.2). Give one of the offices to somebody else, or write terms that follow each other.',
  ),
  *check({ asOf, catalogue }) {
    const { people } = catalogue
    if (people === undefined) return
    const standings = standingsIn(people.value)
    const told = new Set<string>()
    for (const day of beginningsFrom(standings.map(daysOf), asOf)) {
      for (const [index, { person, jurisdiction, unit }] of people.value.offices.entries()) {
        const roles = rolesAt(people.value, { jurisdiction, unit, day }).get(person) ?? []
        const policy = conflictIn(catalogue, jurisdiction, roles)
        if (policy === undefined || told.has(`${jurisdiction} ${person}`)) continue
        told.add(`${jurisdiction} ${person}`)
        const profile = catalogue.jurisdictions.get(jurisdiction)?.value
        const held = roles.map(role => roleTerm(profile ?? { roles: {} }, role))
        const about = wordTerm(profile, 'approvals', policy.change)
        yield finding(rolesConflict, place(people, 'offices', index, 'roles'), {
          article: policy.article,
          message: text(
            `${person} 自 ${day} 起兼任${held.map(({ zh }) => zh).join('和')}，在${about.zh}的审批中可任两步`,
            `${person} is ${held.map(({ en }) => en).join(' and ')} from ${day} on, and could fill two steps of the approval “${about.en}”`,
          ),
        })
      }
    }
  },
}

/** A policy two of whose steps, or of the roles that countersign one, ask for other people, and somebody is both. */
function conflictIn(
  { jurisdictions }: Catalogue,
  jurisdiction: string,
  roles: readonly string[],
): ApprovalPolicy | undefined {
  return (jurisdictions.get(jurisdiction)?.value.approvals ?? []).find(
    ({ steps }) => new Set(steps.flatMap(step => roleSetsOf(step, roles))).size > 1,
  )
}
