import type { Paper } from '../../../generated/types/system.ts'
import { type Finding, finding } from '../../finding/finding.ts'
import type { System, Unit } from '../../model/model.ts'
import { sameData } from '../../model/same-data.ts'
import { paperTitle } from '../../term/index.ts'
import { changedSystems, changedUnits } from '../changed.ts'
import type { ChangeRule } from '../rule.ts'

export const papersStay: ChangeRule = {
  code: 'TY4006',
  severity: 'error',
  title: {
    zh: '已登记的材料不得删除或改动',
    en: 'A paper once filed is neither removed nor altered',
  },
  why: {
    zh: '材料是审批的凭据。恢复原条目；材料更新的，另加一条新的。',
    en: 'Papers are what approvals rest on. Restore the entry; a renewed paper is added beside it.',
  },
  *check(base, head) {
    for (const { before, after } of changedSystems(base, head)) yield* lost(before, after)
    for (const { before, after } of changedUnits(base, head)) yield* lost(before, after)
  },
}

function* lost(before: System | Unit, after: System | Unit): Iterable<Finding> {
  const kept: readonly Paper[] = after.value.papers ?? []
  for (const [index, paper] of (before.value.papers ?? []).entries()) {
    if (kept.some(other => sameData(paper, other))) continue
    const title = paperTitle(paper.type)
    const [zh, en] = paper.number === undefined ? ['', ''] : [`（${paper.number}）`, ` (${paper.number})`]
    yield finding(papersStay, after.document.at(['papers'], 'key'), {
      message: {
        zh: `材料${title}${zh}被删除或改动`,
        en: `the paper ${title}${en} has been removed or altered`,
      },
      related: [
        {
          ...before.document.at(['papers', index]),
          message: { zh: '目标分支上的原条目', en: 'the entry as the target branch has it' },
        },
      ],
    })
  }
}
