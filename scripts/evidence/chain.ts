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
  { records, tip }: StoredEvidence,
  target: string,
  anchors: readonly Anchor[] = [],
): Verified {
  const verified = verifyRecords(records, signersAt(checkout, target), anchors)
  if (tip === undefined) return verified
  return { ...verified, findings: [...verified.findings, ...rewrites(checkout, tip)] }
}

const verifying = { zh: '核对审批记录', en: 'verifying the evidence' }

/**
 * The same, told of while it lasts: of a long chain it leaves no other work of this process a turn for many seconds. Before
 * and after it whatever is due has one.
 */
export async function verifiedAloud(
  checkout: Checkout,
  stored: StoredEvidence,
  target: string,
  anchors: readonly Anchor[],
): Promise<Verified> {
  await turnOfTimers()
  const wait = checkout.heart?.blocked(verifying, Date.now())
  try {
    return verifiedChain(checkout, stored, target, anchors)
  } finally {
    wait?.end()
    await turnOfTimers()
  }
}

/** Those that are due run before this one; `setImmediate` would go ahead of them. */
async function turnOfTimers(): Promise<void> {
  await setTimeout(0)
}
