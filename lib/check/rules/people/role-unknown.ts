import { finding } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import { isLeftOut } from '../../../model/left-out.ts'
import type { Surroundings } from '../../../model/model.ts'
import { inARow, roleTerm, withId } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const roleUnknown: RepositoryRule = {
  code: 'TY3804',
  severity: 'error',
  title: text('所写职务不是该地区管理办法的角色。', 'An office is none of the regulation’s roles.'),
  why: text(
    '审批步骤按管理办法配置的角色（roles）认人，写错的职务什么也批不了。改为 catalogue/jurisdictions/<地区>.yaml 中的角色。',
    'Steps of approval go by the roles of the jurisdiction’s profile: a misspelt one approves nothing. Write a role of catalogue/jurisdictions/<jurisdiction>.yaml.',
  ),
  *check(model) {
    const { people } = model.catalogue
    if (people === undefined) return
    for (const list of ['offices', 'deputies'] as const) {
      for (const [index, { jurisdiction, roles }] of (people.value[list] ?? []).entries()) {
        const known = rolesOf(model, jurisdiction)
        if (known === 'unread') continue
        if (known === undefined)
          yield finding(roleUnknown, place(people, list, index, 'jurisdiction'), {
            message: text(
              `没有地区“${jurisdiction}”的管理办法配置`,
              `there is no profile of “${jurisdiction}”`,
            ),
          })
        for (const [at, role] of roles.entries()) {
          if (known === undefined || entryOf(known, role) !== undefined) continue
          const choice = inARow(Object.keys(known).map(id => withId(id, roleTerm({ roles: known }, id))))
          yield finding(roleUnknown, place(people, list, index, 'roles', at), {
            message: text(
              `没有角色“${role}”；可写${choice.zh}`,
              `there is no role “${role}”; write ${choice.en}`,
            ),
          })
        }
      }
    }
  },
}

function rolesOf(model: Surroundings, jurisdiction: string) {
  const profile = model.catalogue.jurisdictions.get(jurisdiction)
  if (profile !== undefined) return profile.value.roles
  return isLeftOut(model, `catalogue/jurisdictions/${jurisdiction}.yaml`) ? 'unread' : undefined
}
