import { finding } from '../../finding/finding.ts'
import { allowedResources } from '../../stack-policy/allow-list.ts'
import { realChanges } from '../gated.ts'
import type { PlanRule } from '../rule.ts'

export const typeAllowed: PlanRule = {
  code: 'TY6501',
  severity: 'error',
  title: {
    zh: '计划涉及许可清单以外的资源类型',
    en: 'a plan is about a type of resource that is not on the allow-list',
  },
  why: {
    zh: '栈只写许可清单内的类型，计划中多出的类型来自别处：被改动的状态，或者手工的导入。请查明来源；不再需要的用 tenantry state forget 移出状态。',
    en: 'Stacks write types of the allow-list alone, so that another one in a plan comes from elsewhere: a state that was changed, or an import by hand. Find out from where; take out of the state with `tenantry state forget` what nobody needs.',
  },
  *check(gated) {
    for (const { address, type, action } of realChanges(gated)) {
      // What is of no type of ours may go, and takes an event to do so.
      if (action === 'delete' || allowedResources.has(type)) continue
      yield finding(
        typeAllowed,
        { stack: gated.stack.name, address },
        {
          message: {
            zh: `${action}：${type} 不在许可清单内`,
            en: `${action}: ${type} is not on the allow-list`,
          },
        },
      )
    }
  },
}
