import type { WantedApproval } from '../change.ts'
import { groundIn } from '../grounds.ts'
import { empty } from '../words.ts'
import type { FlagKind, FoundFlag } from './flag.ts'

/** Somebody who has a say refuses, or the regulation names nobody who could approve. */
export const approvals: FlagKind = {
  id: 'approvals',
  *find(change) {
    yield* approvalFlags(change.approvals, asked => groundIn(change.profile, asked))
  },
}

export function* approvalFlags(
  wanted: readonly WantedApproval[],
  groundOf: (asked: { readonly article?: string }) => FoundFlag['ground'],
): Generator<FoundFlag> {
  for (const { asked, verdict } of wanted) {
    const { kind, steps, article } = asked
    const ground = article === undefined ? empty : groundOf({ article })
    if (steps.length === 0)
      yield {
        severity: 'error',
        message: {
          zh: `办法没有写明由谁审批：${kind}`,
          en: `the regulation names nobody who approves: ${kind}`,
        },
        code: undefined,
        ground,
      }
    for (const person of new Set(verdict?.refusals.map(refusal => refusal.person)))
      yield {
        severity: 'error',
        message: { zh: `${person} 不同意`, en: `${person} refuses` },
        code: undefined,
        ground,
      }
  }
}
