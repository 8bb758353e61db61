// Evidence that somebody who has the recorder's key has written instead of the tool.
import { canonicalText } from '../../../lib/evidence/canonical.ts'
import { type EvidenceRecord, recordPath } from '../../../lib/evidence/index.ts'
import type { Said } from '../../../lib/finding/finding.ts'
import { requireEvidence, verifyEvidence } from '../../../scripts/evidence/index.ts'
import { signatureBy } from '../../../scripts/evidence/sign.ts'
import type { Scratch } from '../git/scratch.ts'
import type { approvedChange } from './approved-change.ts'

export type On = Awaited<ReturnType<typeof approvedChange>>

/** A record of any form. */
export type WrittenRecord = Pick<EvidenceRecord, 'number' | 'recordedAt'> & {
  readonly schema?: string
  readonly tool?: string
  readonly contents?: unknown
  readonly statements?: unknown
}

/** The verification where whoever has the recorder's key has written these records instead. */
export async function verifiedInstead(
  on: On,
  made: Scratch,
  target: string,
  ...records: readonly WrittenRecord[]
) {
  made.git('checkout', '--quiet', '--orphan', 'forged')
  made.git('rm', '--quiet', '-r', '--force', '.')
  for (const record of records) {
    const text = `${canonicalText(record)}\n`
    made.write(recordPath(record), text)
    made.write(
      `${recordPath(record)}.sig`,
      signatureBy(text, on.recording.keyFile, { PATH: process.env.PATH }),
    )
    made.git('add', '--all')
    made.git('commit', '--quiet', '--message=record')
  }
  const place = { ...on.recording.place, root: made.root }
  const stored = requireEvidence(place, made.git('rev-parse', 'HEAD'))
  made.git('checkout', '--quiet', '--force', target)
  made.git('branch', '--quiet', '-D', 'forged')
  const { findings, decidedAgain } = await verifyEvidence(place, stored, made.git('rev-parse', target), [])
  return { decidedAgain, found: findings.map(told) }
}

function told({ code, message, article }: Said): string {
  return `${code} ${message.en.replace(/^[^:]*: /, '')}${article === undefined ? '' : ` (${article})`}`
}
