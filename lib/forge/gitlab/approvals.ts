import { accountOf } from '../account.ts'
import type { ReviewFact } from '../facts.ts'
import { field, instant, list, oneOf, type Shape } from '../shape.ts'
import { placeOf } from './order.ts'
import type { Version } from './versions.ts'

/** What has been pushed is shown a while later: whoever approves so soon after may have looked at what was there before. */
const settledMs = 10_000

const reviewerStates = [
  'unreviewed',
  'reviewed',
  'requested_changes',
  'approved',
  'unapproved',
  'review_started',
] as const

/**
 * `GET …/approvals` and `GET …/reviewers`. An approval names no commit: it is of the version that the merge request had by
 * then, and of none where a new one had only just come. Whoever asks for changes approves nothing; when that was said is
 * not told, and it counts from when the reviewer was named.
 */
export function approvalsOf(
  approvals: unknown,
  reviewers: unknown,
  versions: readonly Version[],
): readonly ReviewFact[] {
  const refusals = list({ place: 'reviewers', value: reviewers })
    .filter(reviewer => oneOf(field(reviewer, 'state'), reviewerStates) === 'requested_changes')
    .map(reviewer => refusal(reviewer))
  const refusing = new Set(refusals.flatMap(({ account }) => account ?? []))
  const given = list(field({ place: 'approvals', value: approvals }, 'approved_by'))
    .map(entry => approval(entry, versions))
    .filter(({ account }) => account === undefined || !refusing.has(account))
  return [...given, ...refusals]
}

function approval(entry: Shape, versions: readonly Version[]): ReviewFact {
  const at = instant(field(entry, 'approved_at'))
  const account = accountOf(field(entry, 'user'))
  return {
    id: `approval-${account ?? 0}`,
    account,
    state: 'approve',
    commit: versionAt(at, versions)?.head,
    at,
    place: placeOf.review(at),
  }
}

function refusal(reviewer: Shape): ReviewFact {
  const account = accountOf(field(reviewer, 'user'))
  const at = instant(field(reviewer, 'created_at'))
  return {
    id: `changes-${account ?? 0}`,
    account,
    state: 'refuse',
    commit: undefined,
    at,
    place: placeOf.review(at),
  }
}

function versionAt(at: string, versions: readonly Version[]): Version | undefined {
  const newest = versions.findLast(version => Date.parse(version.at) <= Date.parse(at))
  if (newest === undefined || newest === versions[0]) return newest
  return Date.parse(at) - Date.parse(newest.at) < settledMs ? undefined : newest
}
