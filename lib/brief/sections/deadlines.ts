import { hasEnded } from '../../entitlement/index.ts'
import { openDeadlinesOf } from '../../profile/system-status.ts'
import { type Duty, dutiesOf } from '../../summary/duty.ts'
import type { SystemChange } from '../change.ts'
import { bracketed, same } from '../words.ts'
import type { SystemSection } from './section.ts'

/** Who has to do what by when once the change is merged. */
export const deadlines: SystemSection = {
  id: 'deadlines',
  name: { zh: '期限', en: 'deadlines' },
  blocks: change => {
    const duties = dutiesAfter(change)
    if (duties.length === 0) return []
    return [
      {
        kind: 'table',
        columns: [
          { zh: '最迟', en: 'by' },
          { zh: '由谁办理', en: 'who acts' },
          { zh: '办理什么', en: 'what' },
          { zh: '依据', en: 'ground' },
        ],
        rows: duties.map(({ due, dueAt, distance, actor, name, ground }) => [
          bracketed(same(dueAt === undefined ? due : `${due} ${dueAt}`), distance),
          same(actor),
          same(name),
          same(ground),
        ]),
      },
    ]
  },
}

export function dutiesAfter({ after, has, profile }: SystemChange): readonly Duty[] {
  if (has === undefined || profile === undefined || hasEnded(after, has)) return []
  return dutiesOf(profile, openDeadlinesOf(after, profile, has))
}
