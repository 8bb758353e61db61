import { dayInChina } from '../../lib/clock/instant.ts'
import { type LogEntry, logOf, type Verified } from '../../lib/evidence/index.ts'
import { changesBetween } from '../git/data-files.ts'
import type { CommittedPlace } from '../workspace/model-at.ts'
import type { StoredEvidence } from '../workspace/stored-evidence.ts'
import { verifiedChain } from './chain.ts'
import { treeOf } from './stretches.ts'

export interface EvidenceLog {
  /** The newest first, as far as they had been written by the day that is looked at. */
  readonly entries: readonly LogEntry[]
  /** What is wrong with the chain itself: whoever reads a broken one is told so. */
  readonly findings: Verified['findings']
  readonly behind: Behind
}

/** What the target branch has that no record holds. */
export interface Behind {
  /** Of the newest record; 0 where there is none. */
  readonly number: number
  /** Whether a file, from the data's root, is another by now. */
  readonly touches: (file: string) => boolean
}

export const nothingBehind: Behind = { number: 0, touches: () => false }

/**
 * @param target the newest commit of the target branch
 * @throws Refusal where git lacks a commit that a record is of
 */
export function evidenceLog(place: CommittedPlace, stored: StoredEvidence, target: string): EvidenceLog {
  const { records, findings } = verifiedChain(place, stored, target)
  const written = records.filter(({ recordedAt }) => dayInChina(recordedAt) <= place.today)
  const newest = records.at(-1)
  const pairs = written.map(({ base, merge }) => ({ before: base.tree, after: merge.tree }))
  const since = newest === undefined ? [] : [{ before: newest.merge.tree, after: treeOf(place, target) }]
  const files = changesBetween(place, [...pairs, ...since]).map(changes => changes.map(({ file }) => file))
  const later = new Set(files[pairs.length])
  return {
    entries: logOf(written, files),
    findings,
    behind: { number: newest?.number ?? 0, touches: file => later.has(file) },
  }
}
