import { finding } from '../../finding/finding.ts'
import { eventTerm } from '../../term/index.ts'
import { headSystems, judgedBy, judgingProfile } from '../changed.ts'
import { growthOf } from '../growth.ts'
import type { ChangeRule } from '../rule.ts'

export const grantsStandOnValidGround: ChangeRule = {
  code: 'TY4011',
  severity: 'error',
  title: {
    zh: '依据已到期的，不得新增申请和授予',
    en: 'Nothing new is asked for or granted on ground that has lapsed',
  },
  why: {
    zh: '评估、测评、规定、材料、联系人核实或费用标准到期后，已有的资源照常使用，也可以缩减、退出；新增的须先续办到期事项。以办理之日为准，其后才到期的不影响已作出的决定。',
    en: 'Once an assessment, a regulation, a paper, a confirmed contact or a price has run out, what stands goes on and may shrink or end; before anything is added, renew what has lapsed. The day of the event counts: what runs out later does not undo a decision.',
  },
  *check(base, head, { lapsesOf }) {
    const judged = judgedBy(base, head)
    for (const { before, system } of headSystems(base, head)) {
      const profile = judgingProfile(base, head, system)
      if (profile === undefined) continue
      for (const index of growthOf(head, profile, before, system)) {
        const { on = '', event = '' } = system.value.history[index] ?? {}
        const { zh, en } = eventTerm(profile, event)
        for (const { at, message, article } of lapsesOf(judged, system, on)) {
          yield finding(grantsStandOnValidGround, system.document.at(['history', index, 'event']), {
            article,
            message: {
              zh: `${on} 办理“${zh}”时依据已到期：${message.zh}`,
              en: `“${en}” on ${on} adds to what stands, and its ground has lapsed: ${message.en}`,
            },
            related: [{ ...at, message: { zh: '到期之处', en: 'what has lapsed' } }],
          })
        }
      }
    }
  },
}
