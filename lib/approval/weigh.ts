import type { PeopleManifest } from '../../generated/types/people.ts'
import { dayInChina } from '../clock/instant.ts'
import type { ChangeFacts, ReviewFact, Turn } from '../forge/facts.ts'
import { personOf } from '../people/index.ts'
import type { Review } from './review.ts'
import type { VoidReason, Weighed } from './void.ts'

export interface Scales {
  /** The forge's address, as the people table writes it. */
  readonly forge: string
  readonly people: PeopleManifest
  /**
   * Fingerprint of what a merge of a commit would make of the target branch; undefined for a commit that is not here, or
   * that conflicts with the target branch.
   */
  readonly contentOf: (commit: string) => string | undefined
}

/**
 * Reviews of a forge as reviews of people. What the forge itself thinks of them has no say: whether one is stale or official
 * was seen to be wrong both ways.
 */
export function weigh(facts: ChangeFacts, scales: Scales): Weighed {
  const judged = facts.reviews.map(fact => ({ fact, result: weighOne(facts, scales, fact) }))
  return {
    reviews: judged.flatMap(({ result }) => (typeof result === 'string' ? [] : [result])),
    void: judged.flatMap(({ fact, result }) =>
      typeof result === 'string' ? [{ fact, reason: result }] : [],
    ),
  }
}

function weighOne(facts: ChangeFacts, scales: Scales, fact: ReviewFact): Review | VoidReason {
  const { forge, people, contentOf } = scales
  if (isAfterMerge(facts, fact)) return 'after-merge'
  const decision = decisionOf(fact)
  const overtaken = decision === 'approve' ? overtakenBy(facts.turns, fact) : undefined
  if (overtaken !== undefined) return overtaken
  const person =
    fact.account === undefined
      ? undefined
      : personOf(people, { forge, id: fact.account }, dayInChina(fact.at))
  if (person === undefined) return 'unknown-account'
  const content = fact.commit === undefined ? undefined : contentOf(fact.commit)
  // Only an approval has to be of exactly this: a refusal stands until whoever gave it approves.
  if (decision === 'approve' && content === undefined) return 'no-content'
  return { id: fact.id, person, account: 'person', decision, at: fact.at, content: content ?? '' }
}

/** Somebody else's dismissal takes an approval away, and not a refusal: that is for whoever gave it. */
function decisionOf({ state }: ReviewFact): Review['decision'] {
  if (state === 'dismissed-approval') return 'dismissed'
  return state === 'dismissed-refusal' ? 'refuse' : state
}

/** What happened after an approval that takes its ground away, by the forge's own order: seconds are too long for it. */
function overtakenBy(turns: readonly Turn[], { place }: ReviewFact): VoidReason | undefined {
  if (place === undefined) return 'unordered'
  return turns.find((turn): turn is Turn & { kind: Exclude<Turn['kind'], 'merge'> } => {
    return turn.kind !== 'merge' && turn.place > place
  })?.kind
}

/** Whatever is said of a change once it is merged, for or against it, comes too late for how it was decided. */
function isAfterMerge({ turns, merge }: ChangeFacts, { place, at }: ReviewFact): boolean {
  if (merge === undefined) return false
  const merged = turns.find(({ kind }) => kind === 'merge')
  // Entries of a timeline can be taken out; then the second of the merge itself is one too late.
  if (merged === undefined || place === undefined) return at >= merge.at
  return merged.place < place || at > merge.at
}
