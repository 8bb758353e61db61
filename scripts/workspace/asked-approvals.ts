// For which approvals a change asks: its own, or of what came past the policy those of what it ratifies.
import { type Asked, asksOf, type Involved } from '../../lib/approval/index.ts'
import {
  aboutRatified,
  addedRatifications,
  namedRecord,
  noDecisions,
  type Ratification,
  type RatifiedStretch,
  ratifyingFindings,
} from '../../lib/evidence/index.ts'
import type { Finding } from '../../lib/finding/finding.ts'
import type { Model } from '../../lib/model/model.ts'
import { changedPaths } from '../git/merged-tree.ts'
import { type CommittedPlace, modelAt, type Now } from './model-at.ts'

export interface AskedApprovals {
  readonly asks: readonly Asked[]
  /** Who brought what it ratifies. */
  readonly involved: Involved
  readonly ratified: readonly RatifiedStretch[]
  readonly findings: readonly Finding[]
}

/**
 * What is ratified is asked for what it would have been when it came, by the regulations that the target branch had before.
 *
 * @param paths every path that the change touches
 * @throws Refusal where a commit of a record is not in this clone
 */
export function askedApprovals(
  place: CommittedPlace,
  now: Now,
  { before, after }: { readonly before: Model; readonly after: Model },
  paths: readonly string[],
): AskedApprovals {
  const added = addedRatifications(before.catalogue, after.catalogue)
  if (added.length === 0)
    return {
      asks: asksOf(before, after, paths),
      involved: { accounts: [], persons: [] },
      ratified: [],
      findings: [],
    }
  const decisions = now.decisions ?? noDecisions
  const findings = [...ratifyingFindings(added, decisions, paths)]
  const read = added.map(one => stretchOf(place, now, one))
  const unread = read.flatMap(one => ('unread' in one ? [aboutRatified(one.unread)] : []))
  const parts = read.flatMap(one => ('unread' in one ? [] : [one]))
  return {
    asks: parts.flatMap(({ asks }) => asks),
    involved: {
      accounts: parts.flatMap(({ accounts }) => accounts),
      persons: added.flatMap(({ value }) => value.broughtBy ?? []),
    },
    ratified: parts.map(({ stretch }) => stretch),
    findings: [...findings, ...(findings.length === 0 ? unread : [])],
  }
}

function stretchOf(place: CommittedPlace, now: Now, ratification: Ratification) {
  const record = namedRecord(ratification, now.decisions ?? noDecisions)
  if (record === undefined) return { unread: ratification }
  const before = modelAt(place, record.base.tree, now).model
  const { model: head, broken } = modelAt(place, record.merge.tree, now)
  if (before === undefined || head === undefined || broken.length > 0) return { unread: ratification }
  const stretch: RatifiedStretch = { number: record.number, base: before, head }
  const step = { before: record.base.tree, after: record.merge.tree }
  const touched = now.memory?.pathsIn(step) ?? changedPaths(place, step.before, step.after)
  return { stretch, asks: asksOf(before, head, touched), accounts: record.accounts ?? [] }
}
