import { type Finding, finding } from '../../finding/finding.ts'
import { judgedBy } from '../changed.ts'
import type { ChangeRule } from '../rule.ts'

export const platformMeetsTheTarget: ChangeRule = {
  code: 'TY4012',
  severity: 'error',
  title: {
    zh: '改动后的平台不符合目标分支上的管理办法',
    en: 'The platform falls short of the regulation as the target branch has it',
  },
  why: {
    zh: '改动不能同时放宽规定并以放宽后的规定评判自己。先恢复平台的级别和评估；规定确有修订的，单独提出并经批准。',
    en: 'A change cannot loosen the regulation that it is judged by. Restore the level and the assessments; a regulation that was really amended is a change of its own.',
  },
  *check(base, head, { platformShortcomings }) {
    const alone = new Set(platformShortcomings(head).map(keyOf))
    for (const found of platformShortcomings(judgedBy(base, head))) {
      if (alone.has(keyOf(found))) continue
      const { message, article, related, ...at } = found
      yield finding(platformMeetsTheTarget, at, { message, article, related })
    }
  },
}

function keyOf({ code, article, message }: Finding): string {
  return [code, article, message.en].join(' ')
}
