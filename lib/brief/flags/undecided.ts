import { empty } from '../words.ts'
import type { FlagKind } from './flag.ts'

/** Nobody can approve what the regulation names nobody for. */
export const undecided: FlagKind = {
  id: 'undecided',
  *find({ approvals }) {
    for (const { asked } of approvals) {
      if (asked.steps.length > 0) continue
      const message = {
        zh: `办法没有写明由谁审批：${asked.kind}`,
        en: `the regulation names nobody who approves: ${asked.kind}`,
      }
      yield { severity: 'error', message, code: undefined, ground: empty }
    }
  },
}
