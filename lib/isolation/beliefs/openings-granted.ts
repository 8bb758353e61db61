import { grantedTo } from '../sides.ts'
import { difference, type TrafficSet, witnessOf } from '../traffic-set.ts'
import { type BeliefKind, systemsIn } from './belief.ts'

/** Every rule passes only what the grant opens for its tier or the system, or what every server needs. */
export const openingsGranted: BeliefKind = {
  name: { zh: '未授予的访问一律关闭', en: 'openings as granted' },
  definition: {
    code: 'TY5212',
    severity: 'error',
    title: { zh: '安全组放行了授予没有开放的访问', en: 'A rule passes what no grant opens' },
    why: {
      zh: '授予没有开放的一律关闭，default 组的规则也不例外。请删去该规则；确需开放的，先在清单中申请。',
      en: 'What a grant does not open is closed, in the group `default` as well. Delete the rule; what is needed is asked for in the manifest first.',
    },
  },
  reason: { zh: '每条规则都在授予的开放之内', en: 'every rule lies within what is granted' },
  subjects: systemsIn,
  *breaches({ model, given }) {
    for (const { project, group, direction, traffic, origin } of model.rules) {
      const grant = given.projects.get(project)
      if (grant === undefined) continue
      const packet = witnessOf(beyond(traffic, grantedTo(grant, group)[direction]))
      if (packet === undefined) continue
      yield {
        projects: [project],
        origin,
        packet,
        message: {
          zh: `${grant.stack} 的规则放行了授予之外的${direction === 'ingress' ? '入' : '出'}方向访问`,
          en: `a rule of ${grant.stack} passes ${direction} traffic that its grant does not open`,
        },
      }
    }
  },
}

/** Nearly every rule is one that was granted, and need not be taken apart. */
function beyond(traffic: TrafficSet, granted: TrafficSet): TrafficSet {
  return traffic.every(box => granted.includes(box)) ? [] : difference(traffic, granted)
}
