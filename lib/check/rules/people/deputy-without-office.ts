import { finding } from '../../../finding/finding.ts'
import { liesWithin } from '../../../people/index.ts'
import { roleTerm } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const deputyWithoutOffice: RepositoryRule = {
  code: 'TY3807',
  severity: 'error',
  title: text('代理的职务，被代理人并不担任。', 'A deputy stands in for an office that is not held.'),
  why: text(
    '代理人只能代行被代理人在任的职务，代理期不得超出其任期，也不能代理自己。核对被代理人的 offices；其已离任的，由接任者任职，不写代理。',
    'A deputy exercises what the other person holds, within that term, and nobody deputises for themselves. Check the other person’s `offices`; where they have left, whoever follows holds the office, and there is no deputy.',
  ),
  *check({ catalogue }) {
    const { people } = catalogue
    if (people === undefined) return
    const { offices, deputies = [] } = people.value
    for (const [index, deputy] of deputies.entries()) {
      if (deputy.person === deputy.of) {
        yield finding(deputyWithoutOffice, place(people, 'deputies', index, 'of'), {
          message: text(`${deputy.of} 不能代理自己`, `${deputy.of} cannot deputise for themselves`),
        })
        continue
      }
      const held = offices.filter(
        office =>
          office.person === deputy.of &&
          office.jurisdiction === deputy.jurisdiction &&
          liesWithin(deputy, office),
      )
      for (const [at, role] of deputy.roles.entries()) {
        if (held.some(({ roles }) => roles.includes(role))) continue
        const profile = catalogue.jurisdictions.get(deputy.jurisdiction)?.value
        const { zh, en } = roleTerm(profile ?? { roles: {} }, role)
        yield finding(deputyWithoutOffice, place(people, 'deputies', index, 'roles', at), {
          message: text(
            `${deputy.of} 在 ${deputy.from} 至 ${deputy.to} 并不（始终）担任${zh}`,
            `${deputy.of} does not hold “${en}” for all of ${deputy.from} to ${deputy.to}`,
          ),
        })
      }
    }
  },
}
