import { Mark, type PlannedChange, type PlanValue } from '../../deliver/plan.ts'
import { finding } from '../../finding/finding.ts'
import { realChanges, typeOf } from '../gated.ts'
import type { PlanRule } from '../rule.ts'

export const valueKnown: PlanRule = {
  code: 'TY6506',
  severity: 'error',
  title: {
    zh: '计划没有给出必须事先知道的取值',
    en: 'a plan does not tell a value that has to be known before it is applied',
  },
  why: {
    zh: '名称、网段、规则和配额在评审时就须是确定的数值，“交付后可知”等于没有评审。请报告此缺陷；所用的提供程序版本须与锁定文件一致。',
    en: 'Names, networks, rules and quotas are reviewed as the values that they are; one that is only known after the apply was not reviewed. Report this defect, and make sure that the provider is the one of the lock file.',
  },
  *check(gated) {
    for (const change of realChanges(gated)) {
      for (const attribute of untold(change)) {
        yield finding(
          valueKnown,
          { stack: gated.stack.name, address: change.address },
          { message: { zh: `${attribute} 未知或者不显示`, en: `${attribute} is unknown, or hidden` } },
        )
      }
    }
  },
}

function untold(change: PlannedChange): readonly string[] {
  const { after } = change
  if (after === undefined) return []
  const written = typeOf(change)?.written
  const needed = [...(written?.known ?? []), ...(written?.limits ?? [])]
  return needed.filter(attribute => hasMark(after[attribute]))
}

function hasMark(value: PlanValue | undefined): boolean {
  if (value instanceof Mark) return true
  return typeof value === 'object' && value !== null && Object.values(value).some(hasMark)
}
