import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import {
  type Asked,
  type Decision,
  type PartVerdict,
  reasonNames,
  type StepVerdict,
} from '../../lib/approval/index.ts'
import type { Language, Text } from '../../lib/finding/finding.ts'
import { entryOf } from '../../lib/model/entry.ts'
import type { Model } from '../../lib/model/model.ts'
import { deadlinesOf } from '../../lib/profile/deadlines.ts'
import { articlePlace, wordTerm } from '../../lib/term/index.ts'

/** What a decision comes to, for a person: whose turn it is, under which article, by when. */
export function approvalLines(language: Language, head: Model, decision: Decision): readonly string[] {
  return [
    ...decision.parts.flatMap(part => partLines(language, head, part)),
    ...decision.void.map(({ fact, reason }) => `  · ${ignored(language, fact.id, reasonNames[reason])}`),
  ]
}

export const statusNames: Readonly<Record<Decision['status'], Text>> = {
  approved: { zh: '已批准', en: 'approved' },
  open: { zh: '待审批', en: 'open' },
  refused: { zh: '有人不同意', en: 'refused' },
}

function partLines(language: Language, head: Model, { asked, verdict }: PartVerdict): readonly string[] {
  const due = dueOf(head, asked)
  const profile = head.catalogue.jurisdictions.get(asked.jurisdiction)?.value
  const kind = wordTerm(profile, 'approvals', asked.kind)[language]
  // The same review may count for one part and not for another.
  return [
    `${nameOf(asked)}  ${kind}  [${statusNames[verdict.status][language]}]${groundOf(profile, asked)[language]}`,
    ...verdict.steps.map(step => `  ${stepLine(language, profile, step, due)}`),
    ...verdict.refusals.map(({ id, person }) => `  ✗ ${refusal(language, id, person)}`),
    ...verdict.ignored.map(
      ({ review, reason }) => `  · ${ignored(language, review.id, reasonNames[reason])}`,
    ),
  ]
}

export function nameOf({ system, jurisdiction, unit, file }: Asked): string {
  return system ?? `${jurisdiction}${unit === undefined ? '' : `/${unit}`} (${file})`
}

function stepLine(
  language: Language,
  profile: JurisdictionProfile | undefined,
  { step, by, missing, wanted }: StepVerdict,
  due: string | undefined,
): string {
  const roles = wanted.map(role => entryOf(profile?.roles, role)?.name ?? role).join('、')
  const people = by.map(({ person }) => person).join('、')
  const ground = groundOf(profile, step)[language]
  if (missing === 0) return `✓ ${step.name}  ${people}${ground}`
  const until = due === undefined ? '' : { zh: `，至 ${due}`, en: `, by ${due}` }[language]
  const lacking = { zh: `尚缺 ${missing} 人：${roles}`, en: `${missing} more: ${roles}` }[language]
  const how = step.signed === true ? howToSign[language] : ''
  return `… ${step.name}  ${people === '' ? '' : `${people}  `}${lacking}${until}${how}${ground}`
}

const howToSign: Text = {
  zh: '，须本人签名：tenantry approve sign BASE..HEAD --verdict approved',
  en: ', over a signature of their own: `tenantry approve sign BASE..HEAD --verdict approved`',
}

function groundOf(
  profile: JurisdictionProfile | undefined,
  { article }: { readonly article?: string | undefined },
): Text {
  if (article === undefined) return { zh: '', en: '' }
  const { zh, en } = articlePlace(profile ?? {}, article)
  return { zh: `  ${zh}`, en: `  ${en}` }
}

/** The first day by which somebody who decides has to act on a system. */
function dueOf(head: Model, { system: address, jurisdiction, steps }: Asked): string | undefined {
  const system = address === undefined ? undefined : head.systemByAddress.get(address)
  const profile = head.catalogue.jurisdictions.get(jurisdiction)?.value
  if (system === undefined || profile === undefined) return undefined
  const deciders = new Set(steps.flatMap(({ roles }) => roles))
  const running = deadlinesOf(head, profile, system).filter(
    ({ state, definition }) =>
      (state === 'running' || state === 'due-soon') && deciders.has(definition.responsible),
  )
  return running.flatMap(({ due }) => due ?? []).sort()[0]
}

function refusal(language: Language, id: string, person: string): string {
  return { zh: `评审 ${id}：${person} 不同意`, en: `review ${id}: ${person} refuses` }[language]
}

function ignored(language: Language, id: string, reason: Text): string {
  return { zh: `评审 ${id} 不算数：${reason.zh}`, en: `review ${id} does not count: ${reason.en}` }[language]
}
