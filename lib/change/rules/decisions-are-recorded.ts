import { finding } from '../../finding/finding.ts'
import { isTypedDecision } from '../../profile/typed-decision.ts'
import { eventTerm } from '../../term/index.ts'
import { addedEvents, headSystems, judgingProfile } from '../changed.ts'
import type { ChangeRule } from '../rule.ts'

/** What is dated later is found wherever it stands (TY3513): this is about a day that was set back. */
export const decisionsAreRecorded: ChangeRule = {
  code: 'TY4031',
  severity: 'error',
  title: {
    zh: '改以审批记录为准之后，不得补写此前的决定',
    en: 'Once evidence decides, no decision of an earlier day is typed in',
  },
  why: {
    zh: '起始日之后加入的决定，无论写明何日，都不再以手写为准。删去该环节，由 tenantry record 写入；确属纸质办理的，source 只写 paper。',
    en: 'What is added after that day counts for no decision, whatever day it names. Take the event out and let `tenantry record` write it; what was decided on paper has `paper` as its only source.',
  },
  *check(base, head) {
    const from = base.catalogue.platform.value.evidence?.from
    if (from === undefined || base.asOf < from) return
    for (const { before, system } of headSystems(base, head)) {
      const profile = judgingProfile(base, head, system)
      if (profile === undefined) continue
      for (const [index, event] of addedEvents(before, system)) {
        if (event.on >= from || !isTypedDecision(profile, system, index)) continue
        const { zh, en } = eventTerm(profile, event.event)
        yield finding(decisionsAreRecorded, system.document.at(['history', index, 'on']), {
          message: {
            zh: `本次改动加入了 ${event.on} 的“${zh}”，而自 ${from} 起以审批记录为准`,
            en: `the change adds “${en}” on ${event.on}, while evidence decides from ${from} on`,
          },
        })
      }
    }
  },
}
