import type {
  Asked,
  Decision,
  IgnoredReason,
  PartVerdict,
  StepVerdict,
  VoidReason,
} from '../../lib/approval/index.ts'
import type { Language, Text } from '../../lib/finding/finding.ts'
import { entryOf } from '../../lib/model/entry.ts'
import type { Model } from '../../lib/model/model.ts'
import { deadlinesOf } from '../../lib/profile/deadlines.ts'

/** What a decision comes to, for a person: whose turn it is, under which article, by when. */
export function approvalLines(language: Language, head: Model, decision: Decision): readonly string[] {
  return [
    ...decision.parts.flatMap(part => partLines(language, head, part)),
    ...decision.void.map(({ fact, reason }) => `  · ${ignored(language, fact.id, reasons[reason])}`),
  ]
}

export const statusNames: Readonly<Record<Decision['status'], Text>> = {
  approved: { zh: '已批准', en: 'approved' },
  open: { zh: '待审批', en: 'open' },
  refused: { zh: '有人不同意', en: 'refused' },
}

function partLines(language: Language, head: Model, { asked, verdict }: PartVerdict): readonly string[] {
  const due = dueOf(head, asked)
  // The same review may count for one part and not for another.
  return [
    `${nameOf(asked)}  ${asked.kind}  [${statusNames[verdict.status][language]}]${asked.article === undefined ? '' : `  ${asked.article}`}`,
    ...verdict.steps.map(step => `  ${stepLine(language, head, asked, step, due)}`),
    ...verdict.refusals.map(({ id, person }) => `  ✗ ${refusal(language, id, person)}`),
    ...verdict.ignored.map(({ review, reason }) => `  · ${ignored(language, review.id, reasons[reason])}`),
  ]
}

export function nameOf({ system, jurisdiction, unit, file }: Asked): string {
  return system ?? `${jurisdiction}${unit === undefined ? '' : `/${unit}`} (${file})`
}

function stepLine(
  language: Language,
  head: Model,
  { jurisdiction }: Asked,
  { step, by, missing, wanted }: StepVerdict,
  due: string | undefined,
): string {
  const profile = head.catalogue.jurisdictions.get(jurisdiction)?.value
  const roles = wanted.map(role => entryOf(profile?.roles, role)?.name ?? role).join('、')
  const people = by.map(({ person }) => person).join('、')
  const ground = step.article === undefined ? '' : `  ${step.article}`
  if (missing === 0) return `✓ ${step.name}  ${people}${ground}`
  const until = due === undefined ? '' : { zh: `，至 ${due}`, en: `, by ${due}` }[language]
  const lacking = { zh: `尚缺 ${missing} 人：${roles}`, en: `${missing} more: ${roles}` }[language]
  return `… ${step.name}  ${people === '' ? '' : `${people}  `}${lacking}${until}${ground}`
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

const reasons: Readonly<Record<IgnoredReason | VoidReason, Text>> = {
  comment: { zh: '只是意见，没有表示同意与否', en: 'a comment decides nothing' },
  dismissed: { zh: '已被撤销', en: 'it was dismissed' },
  bot: { zh: '不是人的账号', en: 'it is no person’s' },
  author: { zh: '本人参与了这项改动', en: 'its giver has a part in the change' },
  'other-content': { zh: '当时的内容与现在不同', en: 'it is of other content' },
  'no-role': { zh: '本人不任所需的职务', en: 'its giver holds no office that is asked for' },
  'no-role-then': { zh: '作出时本人尚不任该职', en: 'its giver did not hold the office then' },
  'conflicting-roles': {
    zh: '本人可任两步，两步都不算',
    en: 'its giver could fill two steps, and fills neither',
  },
  withdrawn: { zh: '本人事后改为不同意', en: 'its giver has refused since' },
  'out-of-turn': { zh: '还没有轮到，或已办完', en: 'it is not in turn' },
  'counted-already': { zh: '本人在这一步已算过', en: 'its giver counts in this step already' },
  'force-push': { zh: '之后分支被改写', en: 'the branch was rewritten after it' },
  retarget: { zh: '之后换了目标分支', en: 'the change got another target after it' },
  ready: { zh: '当时还是草稿', en: 'the change was a draft then' },
  reopen: { zh: '之后重新打开过', en: 'the change was opened again after it' },
  'after-merge': { zh: '合并之后才作出', en: 'it came after the merge' },
  unordered: { zh: '平台的经过中没有它，先后无从得知', en: 'the forge’s timeline has lost it' },
  'unknown-account': {
    zh: '当日的人员表中没有这个账号',
    en: 'the table of people has no such account on its day',
  },
  'no-content': { zh: '所评的提交本地没有，或与目标分支冲突', en: 'its commit is not here, or conflicts' },
}
