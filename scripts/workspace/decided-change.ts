// What the reviews of a change in a forge come to, by this clone's own objects.
import {
  type Asked,
  approvalCodes as codes,
  type Decision,
  decide,
  objectionsTo,
  type Pinned,
} from '../../lib/approval/index.ts'
import { checkChange } from '../../lib/change/index.ts'
import { rulings } from '../../lib/check/index.ts'
import type { RatifiedStretch } from '../../lib/evidence/index.ts'
import { type AnyFinding, finding, type ReviewPlace, type Text } from '../../lib/finding/finding.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import type { ChangeFacts } from '../../lib/forge/facts.ts'
import type { Model } from '../../lib/model/model.ts'
import { isAbout, type SignedStatement, statementIn } from '../../lib/statement/index.ts'
import { wordTerm } from '../../lib/term/index.ts'
import { changedPaths, hasCommit, mergedTree } from '../git/merged-tree.ts'
import { askedApprovals } from './asked-approvals.ts'
import { decidingGround } from './deciding-ground.ts'
import { type CommittedPlace, modelAt, type Now, type Then } from './model-at.ts'

export interface DecidedChange {
  /** Undefined where something stands in the way of any decision. */
  readonly decision: Decision | undefined
  /** What stands in the way, and is no opinion of anybody. */
  readonly objections: readonly AnyFinding[]
  /** The repository once merged; undefined where that is unknown. */
  readonly head: Model | undefined
  /** What the rules about changes object to, whether or not they have a say. */
  readonly ruled: readonly AnyFinding[]
  /** What it ratifies of what came past the policy, once it is approved. */
  readonly ratified: readonly RatifiedStretch[]
  /** Those of the statements that are about it, in the order of their texts. */
  readonly statements: readonly SignedStatement[]
}

export interface Question {
  readonly place: CommittedPlace
  readonly facts: ChangeFacts
  /**
   * What was signed, of whichever changes.
   * @default - nothing
   */
  readonly statements?: readonly SignedStatement[]
  readonly pinned: Pinned
  /** The repository on the disk, of which equal files are not read again. */
  readonly now: Now
  /** Where the forge keeps the commits of the change. @default as pull requests have it */
  readonly headRef?: string
  /**
   * Whether the rules about changes have a say.
   * @default true
   */
  readonly byRules?: boolean
}

/**
 * Decides by the target branch as it is: its people, its regulations, and what a merge into it would make. Commits are
 * judged by the content of that merge, so that neither the forge's flags nor its refs are believed.
 *
 * @throws Refusal where a commit is not in this clone
 */
export function decidedChange(question: Question): DecidedChange {
  const { place, facts, pinned } = question
  const objections: AnyFinding[] = [...objectionsTo(facts, pinned)]
  requireCommits(question)
  const merged = mergedTree(place, facts.targetTip, facts.head)
  if (merged === 'conflict')
    return {
      decision: undefined,
      objections: [...objections, conflict(question)],
      head: undefined,
      ruled: [],
      ratified: [],
      statements: [],
    }
  const base = facts.targetTip
  const before = modelAt(place, base, question.now)
  const stretch = { base, before, tree: merged.tree, day: place.actualToday }
  return judged(question, stretch, contentsIn(place, base), objections)
}

/** What has come to the target branch: from which commit, as which tree, and on which day. */
export interface Stretch {
  readonly base: string
  /**
   * The name of that commit, where its tree stands for it.
   * @default base
   */
  readonly baseCommit?: string
  /** What that commit holds. */
  readonly before: Then
  readonly tree: string
  readonly day: string
}

/**
 * The same of a change that is merged: what was merged is the tree that came of it, whatever the forge says of its head.
 *
 * @throws Refusal where a commit is not in this clone
 */
export function decidedMerge(
  question: Question,
  stretch: Stretch,
  contentOf: ContentOf = contentsIn(question.place, stretch.base),
): DecidedChange {
  const isMerged = (commit: string) => contentOf(commit) === stretch.tree
  return judged(question, stretch, contentOf, objectionsTo(question.facts, question.pinned, isMerged))
}

function judged(
  question: Question,
  { base, baseCommit = base, before, tree, day }: Stretch,
  contentOf: ContentOf,
  known: readonly AnyFinding[],
): DecidedChange {
  const { place, facts, pinned, now } = question
  const objections = [...known]
  const statements = statementsAbout(question, tree)
  const after = modelAt(place, tree, now)
  const people = before.model?.catalogue.people?.value
  if (people === undefined) objections.push(object(question, codes.noPeople, asIs(base.slice(0, 12))))
  for (const file of after.broken) objections.push(object(question, codes.unreadable, asIs(file)))
  if (before.model === undefined || after.model === undefined || people === undefined)
    return { decision: undefined, objections, head: after.model, ruled: [], ratified: [], statements }
  const found = checkChange(before.model, after.model, rulings)
  const ruled = found.filter(({ severity }) => severity === 'error')
  if (question.byRules !== false) objections.push(...ruled)
  const paths = now.memory?.pathsIn({ before: base, after: tree }) ?? changedPaths(place, base, tree)
  const sides = { before: before.model, after: after.model }
  const { asks, involved, ratified, findings } = askedApprovals(place, now, sides, paths)
  const ground = decidingGround(place, now, base, ratified)
  objections.push(...findings, ...ground.findings)
  for (const asked of asks)
    if (asked.steps.length === 0) objections.push(unnamed(question, after.model, asked))
  const content = { now: tree, of: contentOf, base: baseCommit }
  const deciding = {
    facts,
    statements,
    forge: pinned.forge,
    people: ground.people ?? people,
    content,
    day,
    involved,
  }
  const decision = decide(deciding, asks)
  return { decision, objections, head: after.model, ruled, ratified, statements }
}

function statementsAbout(
  { facts, pinned, statements = [] }: Question,
  tree: string,
): readonly SignedStatement[] {
  const about = statements.filter(({ text }) => {
    const statement = statementIn(text)
    return statement !== undefined && isAbout(statement, { facts, forge: pinned.forge, tree })
  })
  return about.toSorted((a, b) => (a.text < b.text ? -1 : 1))
}

/** What a commit makes of the base of its change; undefined where it conflicts, or is not there. */
export type ContentOf = (commit: string) => string | undefined

/** Each reviewed commit is merged once: many reviews are of the same. */
export function contentsIn(place: CommittedPlace, base: string): ContentOf {
  const known = new Map<string, string | undefined>()
  return commit => {
    if (!known.has(commit)) known.set(commit, contentOf(place, base, commit))
    return known.get(commit)
  }
}

function contentOf(place: CommittedPlace, base: string, commit: string): string | undefined {
  if (!hasCommit(place, commit)) return undefined
  const merged = mergedTree(place, base, commit)
  return merged === 'conflict' ? undefined : merged.tree
}

function requireCommits({ place, facts, pinned, headRef }: Question): void {
  const missing = [facts.targetTip, facts.head].find(commit => !hasCommit(place, commit))
  if (missing === undefined) return
  const command = `git fetch origin ${facts.target} ${headRef ?? `refs/pull/${facts.number}/head`}`
  const short = missing.slice(0, 12)
  const message = {
    zh: `本地没有提交 ${short}；请运行 ${command}`,
    en: `this clone has no commit ${short}; run \`${command}\``,
  }
  throw new Refusal(finding(codes.objectMissing, placeOf(facts, pinned), { message }), 'environment')
}

function placeOf(facts: ChangeFacts, { forge }: Pinned): ReviewPlace {
  return { forge, change: `${facts.number}` }
}

function object(
  { facts, pinned }: Question,
  definition: (typeof codes)[keyof typeof codes],
  { zh, en }: Text,
): AnyFinding {
  const { title, why } = definition
  const message: Text = { zh: `${title.zh}：${zh}`, en: `${title.en}: ${en}` }
  return finding(definition, placeOf(facts, pinned), { message, fix: { message: why } })
}

function asIs(name: string): Text {
  return { zh: name, en: name }
}

function conflict(question: Question): AnyFinding {
  return object(question, codes.conflict, asIs(question.facts.target))
}

function unnamed(question: Question, { catalogue }: Model, { kind, jurisdiction, file }: Asked): AnyFinding {
  const { zh, en } = wordTerm(catalogue.jurisdictions.get(jurisdiction)?.value, 'approvals', kind)
  const within = `(${jurisdiction}, ${file})`
  return object(question, codes.nobodyNamed, { zh: `${zh} ${within}`, en: `${en} ${within}` })
}
