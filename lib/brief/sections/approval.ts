import type { JurisdictionProfile } from '../../../generated/types/jurisdiction.ts'
import type { StepVerdict } from '../../approval/index.ts'
import type { Text } from '../../finding/finding.ts'
import type { Model } from '../../model/model.ts'
import { inARow, roleTerm } from '../../term/index.ts'
import { tableOf } from '../blocks.ts'
import type { Block, Table } from '../brief.ts'
import type { WantedApproval } from '../change.ts'
import { groundIn } from '../grounds.ts'
import { bracketed, empty, same } from '../words.ts'
import type { SystemSection } from './section.ts'

export const approval: SystemSection = {
  id: 'approval',
  name: { zh: '审批', en: 'approval' },
  blocks: ({ before, after, approvals }) => approvalBlocks([before, after], approvals),
}

/** Step by step: who has approved and who is still wanted; without reviews, who is wanted at all. */
export function approvalBlocks(
  models: readonly Model[],
  approvals: readonly WantedApproval[],
): readonly Block[] {
  const rows = approvals.flatMap(one => stepRows(profileAmong(models, one.asked.jurisdiction), one))
  return tableOf(columns, once(rows))
}

const columns: Table['columns'] = [
  { zh: '步骤', en: 'step' },
  { zh: '由谁审批', en: 'who approves' },
  { zh: '情况', en: 'standing' },
  { zh: '依据', en: 'ground' },
]

/** By the target branch's regulation, or by a new one. */
export function profileAmong(
  models: readonly Model[],
  jurisdiction: string,
): JurisdictionProfile | undefined {
  return models.flatMap(({ catalogue }) => catalogue.jurisdictions.get(jurisdiction)?.value ?? [])[0]
}

function stepRows(
  profile: JurisdictionProfile | undefined,
  { asked, verdict }: WantedApproval,
): Table['rows'] {
  const place = profile === undefined ? same(asked.jurisdiction) : profile.metadata.name
  if (asked.steps.length === 0)
    return [
      [
        place,
        { zh: '没有人', en: 'nobody' },
        { zh: '办法没有写明由谁审批', en: 'the regulation names nobody' },
        empty,
      ],
    ]
  const policy = profile?.approvals?.find(
    ({ article, change }) => change === asked.kind && article === asked.article,
  )
  return asked.steps.map((step, index) => {
    const roles = inARow(
      step.roles.map(role => (profile === undefined ? same(role) : roleTerm(profile, role))),
    )
    const own = groundIn(profile, step)
    return [
      asked.system === undefined ? bracketed(same(step.name), place) : same(step.name),
      bracketed(roles, countOf(step.each, step.need)),
      standingOf(verdict?.steps[index]),
      own.zh === '' ? groundIn(profile, policy) : own,
    ]
  })
}

function countOf(each = false, need = 1): Text {
  if (each) return { zh: '各方会签', en: 'each of them' }
  return need === 1 ? empty : { zh: `须 ${need} 人`, en: `${need} people` }
}

function standingOf(step: StepVerdict | undefined): Text {
  if (step === undefined) return { zh: '须审批', en: 'wanted' }
  const by = step.by.map(({ person }) => person)
  const given: Text =
    by.length === 0 ? empty : { zh: `已同意：${by.join('、')}`, en: `approved by ${by.join(', ')}` }
  if (step.missing === 0) return given
  return bracketed({ zh: `尚缺 ${step.missing} 人`, en: `${step.missing} more wanted` }, given)
}

/** What several parts need of the same people stands once. */
function once(rows: Table['rows']): Table['rows'] {
  return [...new Map(rows.map(row => [JSON.stringify(row), row])).values()]
}
