import type { PlanValues } from '../../deliver/plan.ts'
import { finding } from '../../finding/finding.ts'
import { openers } from '../../stack-policy/checks/sharing.ts'
import type { PlanRule } from '../rule.ts'

export const openToNobodyElse: PlanRule = {
  code: 'TY6504',
  severity: 'error',
  title: {
    zh: '按计划，资源对云上所有项目开放',
    en: 'by the plan, a resource is open to every project of the cloud',
  },
  why: {
    zh: '栈从不这样写：是有人在云上改成了共享，而计划不会改回。请由云管理员逐项取消共享（shared、is_public、is_default，以及对象为 * 的共享策略），再执行 tenantry plan。',
    en: 'No stack says so: somebody shared it in the cloud, and the plan leaves it so. Have the administrator of the cloud take it back (shared, is_public, is_default, or a policy for *), then run `tenantry plan`.',
  },
  articles: ['XS-15.2'],
  *check({ stack, plan }) {
    for (const { address, after = {} } of plan.changes) {
      for (const attribute of opensTo(after)) {
        yield finding(
          openToNobodyElse,
          { stack: stack.name, address },
          {
            article: 'XS-15.2',
            message: {
              zh: `${attribute} 为 ${String(after[attribute])}`,
              en: `${attribute} is ${String(after[attribute])}`,
            },
          },
        )
      }
    }
  },
}

function opensTo(values: PlanValues): readonly string[] {
  const flags = Object.keys(openers).filter(attribute => values[attribute] === true)
  return values.target_tenant === '*' ? [...flags, 'target_tenant'] : flags
}
