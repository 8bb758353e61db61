import { hasEnded } from '../../entitlement/index.ts'
import type { Text } from '../../finding/finding.ts'
import { openDeadlinesOf } from '../../profile/system-status.ts'
import { type Duty, dutiesOf } from '../../summary/duty.ts'
import { tableOf } from '../blocks.ts'
import type { Table } from '../brief.ts'
import type { SystemChange } from '../change.ts'
import { bracketed, same } from '../words.ts'
import type { SystemSection } from './section.ts'

/** Who has to do what by when once the change is merged. */
export const deadlines: SystemSection = {
  id: 'deadlines',
  name: { zh: '期限', en: 'deadlines' },
  blocks: change =>
    tableOf(
      columns,
      dutiesAfter(change).map(duty => [
        bracketed(same(lastMoment(duty)), distanceOf(duty)),
        duty.actor,
        duty.name,
        duty.ground,
      ]),
    ),
}

const columns: Table['columns'] = [
  { zh: '最迟', en: 'by' },
  { zh: '由谁办理', en: 'who acts' },
  { zh: '办理什么', en: 'what' },
  { zh: '依据', en: 'ground' },
]

function lastMoment({ due, dueAt }: Duty): string {
  return dueAt === undefined ? due : `${due} ${dueAt}`
}

/** A day that is counted over a year without a calendar is a guess, and says so. */
function distanceOf({ distance, isProvisional }: Duty): Text {
  if (!isProvisional) return distance
  return {
    zh: `${distance.zh}，放假安排未公布，暂定`,
    en: `${distance.en}, provisional until the calendar is published`,
  }
}

export function dutiesAfter({ after, has, profile }: SystemChange): readonly Duty[] {
  if (has === undefined || profile === undefined || hasEnded(after, has)) return []
  return dutiesOf(profile, openDeadlinesOf(after, profile, has))
}
