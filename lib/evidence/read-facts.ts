import type { ChangeFacts, MergeFact, Push, ReviewFact, Turn } from '../forge/facts.ts'
import {
  commit,
  field,
  flag,
  instant,
  integer,
  list,
  oneOf,
  optional,
  type Shape,
  text,
} from '../forge/shape.ts'

/** What a record keeps of its forge, as `record` wrote it. @throws UnknownShape */
export function readFacts(facts: Shape): ChangeFacts {
  return {
    repository: integer(field(facts, 'repository')),
    number: integer(field(facts, 'number')),
    target: text(field(facts, 'target')),
    head: commit(field(facts, 'head')),
    targetTip: commit(field(facts, 'targetTip')),
    state: oneOf(field(facts, 'state'), ['open', 'closed', 'merged']),
    isDraft: flag(field(facts, 'isDraft')),
    opener: optional(field(facts, 'opener'), integer),
    pushes: list(field(facts, 'pushes')).map(push),
    turns: list(field(facts, 'turns')).map(turn),
    reviews: list(field(facts, 'reviews')).map(review),
    merge: optional(field(facts, 'merge'), merge),
  }
}

function push(shape: Shape): Push {
  return { account: optional(field(shape, 'account'), integer), head: commit(field(shape, 'head')) }
}

function turn(shape: Shape): Turn {
  const kinds = ['force-push', 'retarget', 'ready', 'reopen', 'merge'] as const
  return { place: integer(field(shape, 'place')), kind: oneOf(field(shape, 'kind'), kinds) }
}

function review(shape: Shape): ReviewFact {
  const states = ['approve', 'refuse', 'comment', 'dismissed-approval', 'dismissed-refusal'] as const
  return {
    id: text(field(shape, 'id')),
    account: optional(field(shape, 'account'), integer),
    state: oneOf(field(shape, 'state'), states),
    commit: optional(field(shape, 'commit'), commit),
    at: instant(field(shape, 'at')),
    place: optional(field(shape, 'place'), integer),
  }
}

function merge(shape: Shape): MergeFact {
  return {
    account: optional(field(shape, 'account'), integer),
    commit: commit(field(shape, 'commit')),
    at: instant(field(shape, 'at')),
  }
}
