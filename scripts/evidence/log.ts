import { dayInChina } from '../../lib/clock/instant.ts'
import { type LogEntry, logOf, type Verified } from '../../lib/evidence/index.ts'
import { changesBetween } from '../git/data-files.ts'
import type { CommittedPlace } from '../workspace/model-at.ts'
import type { StoredEvidence } from '../workspace/stored-evidence.ts'
import { verifiedChain } from './chain.ts'

export interface EvidenceLog {
  /** The newest first, as far as they had been written by the day that is looked at. */
  readonly entries: readonly LogEntry[]
  /** What is wrong with the chain itself: whoever reads a broken one is told so. */
  readonly findings: Verified['findings']
}

/**
 * @param target the newest commit of the target branch
 * @throws Refusal where git lacks a commit that a record is of
 */
export function evidenceLog(place: CommittedPlace, stored: StoredEvidence, target: string): EvidenceLog {
  const { records, findings } = verifiedChain(place, stored, target)
  const written = records.filter(({ recordedAt }) => dayInChina(recordedAt) <= place.today)
  const stretches = written.map(({ base, merge }) => ({ before: base.tree, after: merge.tree }))
  const files = changesBetween(place, stretches).map(changes => changes.map(({ file }) => file))
  return { entries: logOf(written, files), findings }
}
