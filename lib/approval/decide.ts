import type { PeopleManifest } from '../../generated/types/people.ts'
import { dayInChina } from '../clock/instant.ts'
import type { ChangeFacts } from '../forge/facts.ts'
import { peopleEverBehind, rolesAt } from '../people/index.ts'
import type { SignedStatement } from '../statement/index.ts'
import type { Asked } from './asked.ts'
import { evaluateApproval, type Verdict } from './evaluate.ts'
import type { Review } from './review.ts'
import type { VoidReview } from './void.ts'
import { type Scales, weigh } from './weigh.ts'
import { weighStatements } from './weigh-statements.ts'

/** What is known of the content of a change. */
export interface Content {
  /** Fingerprint of what the merge would make of the target branch. */
  readonly now: string
  /** The same for a commit that somebody has reviewed. */
  readonly of: Scales['contentOf']
  /** Commit of the target branch that it would be made of. */
  readonly base: string
}

export interface Deciding {
  readonly facts: ChangeFacts
  /**
   * Signed statements about the change, whether or not they count.
   * @default - none
   */
  readonly statements?: readonly SignedStatement[]
  /** The forge's address, as the people table writes it. */
  readonly forge: string
  /** The target branch's. */
  readonly people: PeopleManifest
  readonly content: Content
  /** The day of the decision, `YYYY-MM-DD`. */
  readonly day: string
  /**
   * Who else has a part in what is decided, beside whoever opened the change and pushed to it.
   * @default - nobody
   */
  readonly involved?: Involved
}

export interface Involved {
  /** Numbers of accounts of the forge. */
  readonly accounts: readonly number[]
  readonly persons: readonly string[]
}

export interface PartVerdict {
  readonly asked: Asked
  readonly verdict: Verdict
}

export interface Decision {
  /** `approved` where every part is; `refused` where any is; else `open`. */
  readonly status: Verdict['status']
  readonly parts: readonly PartVerdict[]
  readonly void: readonly VoidReview[]
}

/** Weighs the reviews of a change, clicked and signed alike, against the steps of every part of it. */
export function decide(deciding: Deciding, asks: readonly Asked[]): Decision {
  const { facts, forge, people, content, day, statements = [] } = deciding
  const scales = { forge, people, contentOf: content.of, base: content.base, day }
  const weighed = [weigh(facts, scales), weighStatements(facts, statements, scales)]
  const reviews = weighed.flatMap(one => one.reviews)
  const authors = authorsOf(deciding)
  const parts = asks.map((asked): PartVerdict => {
    const rolesOn = (on: string) =>
      rolesAt(people, { jurisdiction: asked.jurisdiction, unit: asked.unit, day: on })
    const change = {
      authors,
      content: content.now,
      roles: rolesOn(day),
      rolesWhen: ({ person, at }: Review) => rolesOn(dayInChina(at)).get(person) ?? [],
    }
    return { asked, verdict: evaluateApproval(asked.steps, change, reviews) }
  })
  return { status: statusOf(parts), parts, void: weighed.flatMap(one => one.void) }
}

function statusOf(parts: readonly PartVerdict[]): Decision['status'] {
  const all = parts.map(({ verdict }) => verdict.status)
  if (all.includes('refused')) return 'refused'
  // A part that names nobody is approved by nobody, and a change without a part is none.
  const isWhole = parts.length > 0 && parts.every(({ asked }) => asked.steps.length > 0)
  return isWhole && all.every(status => status === 'approved') ? 'approved' : 'open'
}

/** With anything in the way nothing is approved, whatever the reviews say. */
export function statusOfDecision(
  decision: Decision | undefined,
  objections: readonly unknown[],
): Decision['status'] {
  return decision === undefined || objections.length > 0 ? 'refused' : decision.status
}

/** Everybody who has had a part in the change, under whichever of their accounts. */
function authorsOf({ facts, forge, people, involved }: Deciding): ReadonlySet<string> {
  const own = [facts.opener, ...facts.pushes.map(({ account }) => account)]
  const accounts = [...own, ...(involved?.accounts ?? [])]
  return new Set([
    ...accounts.flatMap(id => (id === undefined ? [] : [...peopleEverBehind(people, { forge, id })])),
    ...(involved?.persons ?? []),
  ])
}
