import { wordTerm } from '../../term/index.ts'
import type { SharedChange, SystemChange } from '../change.ts'
import { groundIn } from '../grounds.ts'
import { profileAmong } from '../sections/approval.ts'
import type { FlagKind, FoundFlag } from './flag.ts'

/** Somebody who has a say refuses, or the regulation names nobody who could approve. */
export const approvals: FlagKind = {
  id: 'approvals',
  find: approvalFlags,
}

export function* approvalFlags({
  before,
  after,
  approvals: wanted,
}: Pick<SystemChange | SharedChange, 'before' | 'after' | 'approvals'>): Generator<FoundFlag> {
  for (const { asked, verdict } of wanted) {
    const profile = profileAmong([before, after], asked.jurisdiction)
    const { article } = asked
    const ground = groundIn(profile, article === undefined ? undefined : { article })
    const flag = { severity: 'error', code: undefined, ground } as const
    const kind = wordTerm(profile, 'approvals', asked.kind)
    if (asked.steps.length === 0)
      yield {
        ...flag,
        message: {
          zh: `办法没有写明由谁审批：${kind.zh}`,
          en: `the regulation names nobody who approves: ${kind.en}`,
        },
      }
    for (const person of new Set(verdict?.refusals.map(refusal => refusal.person)))
      yield { ...flag, message: { zh: `${person} 不同意`, en: `${person} refuses` } }
  }
}
