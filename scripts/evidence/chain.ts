import { type Anchor, type Verified, verifyRecords } from '../../lib/evidence/index.ts'
import type { Checkout } from '../git/call.ts'
import { rewrites } from '../git/evidence-branch.ts'
import { signersAt } from '../workspace/signers.ts'
import type { StoredEvidence } from '../workspace/stored-evidence.ts'

/**
 * Evidence held against itself, the keys of the target branch, and the history of its own branch, where it has one.
 *
 * @param target the newest commit of the target branch
 */
export function verifiedChain(
  checkout: Checkout,
  { records, tip }: StoredEvidence,
  target: string,
  anchors: readonly Anchor[] = [],
): Verified {
  const verified = verifyRecords(records, signersAt(checkout, target), anchors)
  if (tip === undefined) return verified
  return { ...verified, findings: [...verified.findings, ...rewrites(checkout, tip)] }
}
