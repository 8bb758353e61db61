import { finding } from '../../finding/finding.ts'
import { protectedRemovals } from '../gated.ts'
import type { PlanRule } from '../rule.ts'

export const removalsWithinLimit: PlanRule = {
  code: 'TY6503',
  severity: 'error',
  title: {
    zh: '一次执行删除或者重建的受保护资源超过上限',
    en: 'a run would remove or make anew more of what is protected than one run may',
  },
  why: {
    zh: '大批删除更可能出自差错。请逐栈查看计划；确实如此的，分批执行，或者用 --most-removals 写明本次的上限，执行记录中会写明。平时的上限写在 catalogue/platform.yaml 的 delivery.mostRemovals。',
    en: 'So many are more likely a mistake. Look at the plans stack by stack; where it has to be so, run them in parts, or say with --most-removals how many this run may: the record of the run keeps it. How many it may as a rule stands in catalogue/platform.yaml, as delivery.mostRemovals.',
  },
  *check(gated) {
    const own = protectedRemovals(gated).length
    const { most, taken } = gated.removals
    if (own === 0 || own + taken <= most) return
    yield finding(
      removalsWithinLimit,
      { stack: gated.stack.name },
      {
        message: {
          zh: `本栈 ${own} 项，连同本次执行其他栈共 ${own + taken} 项，上限 ${most} 项`,
          en: `${own} of this stack, ${own + taken} with the other stacks of the run, of at most ${most}`,
        },
      },
    )
  },
}
