import type { PlannedChange } from '../../deliver/plan.ts'
import { finding } from '../../finding/finding.ts'
import { protectedRemovals, typeOf } from '../gated.ts'
import { isExplained } from '../ground.ts'
import type { PlanRule } from '../rule.ts'

export const removalHasEvent: PlanRule = {
  code: 'TY6502',
  severity: 'error',
  title: {
    zh: '计划删除或者重建受保护的资源，而历史中没有允许它的环节',
    en: 'a plan removes or makes anew what is protected, and no event of the history allows it',
  },
  why: {
    zh: '使用单位的数据和连通依附于这些资源：只有获批的变更或者办结的退出才可使其消失，平台的资源还可因目录版本到期或者获批的平台变更。请先用 tenantry plan 查看原因：清单或目录被改动的，恢复原内容；云上被人改动的，先改回。',
    en: 'The data and the traffic of a using unit hang on these. They go by an approved change or a completed exit alone; those of the platform also with a dated version of the catalogue, or by an approved change to the platform. See with `tenantry plan` why: restore what was changed in the manifest or the catalogue, and put right what was changed in the cloud by hand.',
  },
  articles: [
    'NW-2.5',
    'NW-2.6',
    'NW-3.2',
    'DT-15',
    'DT-16',
    'DT-18',
    'XS-22.1',
    'XS-23',
    'ZJ-11',
    'ZJ-12',
    'JQ-10.2',
    'JQ-13',
    'JQ-21',
  ],
  *check(gated) {
    const { stack, history } = gated
    if (history.allows !== undefined) return
    for (const change of protectedRemovals(gated)) {
      if (isExplained(gated, change)) continue
      const { article, message } = history.way(typeOf(change)?.protection.onlyBy)
      yield finding(
        removalHasEvent,
        { stack: stack.name, address: change.address },
        { article, message: messageFor(change), fix: { message } },
      )
    }
  },
}

function messageFor(change: PlannedChange) {
  const { zh, en } = typeOf(change)?.name ?? { zh: change.type, en: change.type }
  const why = typeOf(change)?.protection.why
  const done = change.action === 'delete' ? { zh: '删除', en: 'removed' } : { zh: '重建', en: 'made anew' }
  return {
    zh: `${zh}将被${done.zh}，没有环节允许${why === undefined ? '' : `：${why.zh}`}`,
    en: `the ${en} would be ${done.en}, and no event allows it${why === undefined ? '' : `: ${why.en}`}`,
  }
}
