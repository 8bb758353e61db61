import { setTimeout } from 'node:timers/promises'
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
  stored: StoredEvidence,
  target: string,
  anchors: readonly Anchor[] = [],
): Verified {
  return withHistory(checkout, stored, verifyRecords(stored.records, signersAt(checkout, target), anchors))
}

/** The same for whoever has to tell how long it takes: it comes to its turn between the parts. */
export async function verifiedInParts(
  checkout: Checkout,
  stored: StoredEvidence,
  target: string,
  anchors: readonly Anchor[],
): Promise<Verified> {
  await turnOfTimers()
  const verified = verifyRecords(stored.records, signersAt(checkout, target), anchors)
  await turnOfTimers()
  const whole = withHistory(checkout, stored, verified)
  await turnOfTimers()
  return whole
}

/** Those that are due run before this one; `setImmediate` would go ahead of them. */
async function turnOfTimers(): Promise<void> {
  await setTimeout(0)
}

function withHistory(checkout: Checkout, { tip }: StoredEvidence, verified: Verified): Verified {
  if (tip === undefined) return verified
  return { ...verified, findings: [...verified.findings, ...rewrites(checkout, tip)] }
}
