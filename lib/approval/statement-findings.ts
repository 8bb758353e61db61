import { type CodeDefinition, type Finding, finding, type ReviewPlace } from '../finding/finding.ts'
import { statementCodes } from '../statement/index.ts'
import { approvalCodes } from './codes.ts'
import type { Decision } from './decide.ts'
import { reasonNames } from './reason-names.ts'
import type { IgnoredReason } from './review.ts'
import type { VoidReason, VoidStatement } from './void.ts'
import { isStatement } from './weigh-statements.ts'

type Reason = IgnoredReason | VoidReason | VoidStatement

/** What is told under a code of its own; the rest a statement shares with the reviews of a forge. */
const own: Partial<Readonly<Record<Reason, CodeDefinition>>> = {
  malformed: statementCodes.malformed,
  unsigned: statementCodes.unsigned,
  altered: statementCodes.altered,
  'signer-unknown': statementCodes.signerUnknown,
  'signer-expired': statementCodes.signerExpired,
  'signer-revoked': statementCodes.signerRevoked,
  'other-repository': statementCodes.elsewhere,
  'other-target': statementCodes.elsewhere,
  'other-change': statementCodes.elsewhere,
  future: statementCodes.future,
  'other-tree': statementCodes.otherTree,
}

/** Each signed statement that does not count for any part of a change, with why and what to do about it. */
export function statementFindings(
  { parts, void: empty }: Decision,
  at: Omit<ReviewPlace, 'review'>,
): readonly Finding<ReviewPlace>[] {
  const counted = new Set(
    parts.flatMap(({ verdict }) => [
      ...verdict.steps.flatMap(({ by }) => by.map(({ id }) => id)),
      ...verdict.refusals.map(({ id }) => id),
    ]),
  )
  const ignored = parts.flatMap(({ verdict }) =>
    verdict.ignored.map(({ review, reason }) => ({ id: review.id, reason })),
  )
  const all = [...empty.map(({ fact, reason }) => ({ id: fact.id, reason })), ...ignored]
  const told = all.filter(({ id }) => isStatement(id) && !counted.has(id))
  return [...new Map(told.toReversed().map(one => [one.id, one])).values()]
    .reverse()
    .map(({ id, reason }) => aboutStatement(id, reason, at))
}

function aboutStatement(id: string, reason: Reason, at: Omit<ReviewPlace, 'review'>): Finding<ReviewPlace> {
  const definition = own[reason] ?? approvalCodes.reviewVoid
  const name = reasonNames[reason]
  const message = {
    zh: `签名的意见 ${id} 不算数：${name.zh}`,
    en: `the signed statement ${id} does not count: ${name.en}`,
  }
  return finding(
    definition,
    { ...at, review: id },
    { message, severity: 'warning', fix: { message: definition.why } },
  )
}
