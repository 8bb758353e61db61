import { listAt, textAt } from '../../deliver/json.ts'
import { finding } from '../../finding/finding.ts'
import type { PlanRule } from '../rule.ts'

export const zoneKept: PlanRule = {
  code: 'TY6505',
  severity: 'error',
  title: {
    zh: '计划涉及另一个区域的资源',
    en: 'a plan is about a resource of another region than its zone',
  },
  why: {
    zh: '一个栈只属于一个分区，资源不得跨区：状态可能取自别的分区，或者 catalogue/platform.yaml 中分区的 region 被就地改写。请恢复该分区自己的状态或者原 region，再执行 tenantry plan。',
    en: 'A stack belongs to one zone, and nothing of it lies in another: the state may be that of another zone, or the region of the zone was rewritten in catalogue/platform.yaml. Bring back the state of this zone, or its region, then run `tenantry plan`.',
  },
  articles: ['XS-15.2', 'ZJ-24'],
  *check({ stack, plan, configuration }) {
    const region = textAt(listAt(configuration, 'provider', 'openstack')[0], 'region')
    if (region === undefined) return
    for (const { address, before, after } of plan.changes) {
      const other = [before?.region, after?.region].find(
        value => typeof value === 'string' && value !== '' && value !== region,
      )
      if (other === undefined) continue
      yield finding(
        zoneKept,
        { stack: stack.name, address },
        {
          message: {
            zh: `资源在区域 ${String(other)}，分区 ${stack.zone} 的区域是 ${region}`,
            en: `it lies in the region ${String(other)}, and the region of the zone ${stack.zone} is ${region}`,
          },
        },
      )
    }
  },
}
