import {
  type Anchor,
  evidenceCodes as codes,
  type ReadRecord,
  ratifiedIn,
  type Verified,
} from '../../lib/evidence/index.ts'
import { type Finding, finding, type RecordPlace } from '../../lib/finding/finding.ts'
import { hasCommit } from '../git/merged-tree.ts'
import type { CommittedPlace } from '../workspace/model-at.ts'
import type { StoredEvidence } from '../workspace/stored-evidence.ts'
import { verifiedChain } from './chain.ts'
import { firstParentLine, treeOf } from './stretches.ts'

export interface VerifiedEvidence extends Verified {
  /** Commits of the target branch behind the last record. */
  readonly unrecorded: number
}

/**
 * Verifies the evidence of a clone against itself, its signers, what was kept of it elsewhere, and the target branch.
 * Nobody is asked but git.
 *
 * @param target the newest commit of the target branch
 */
export function verifyEvidence(
  place: CommittedPlace,
  stored: StoredEvidence,
  target: string,
  anchors: readonly Anchor[],
): VerifiedEvidence {
  const verified = verifiedChain(place, stored, target, anchors)
  const ratified = ratifiedIn(verified.records)
  const line = firstParentLine(place, target)
  const places = new Map(line.map((commit, index) => [commit, index]))
  const last = places.get(verified.records.at(-1)?.merge.commit ?? '')
  const unrecorded = last === undefined ? 0 : line.length - 1 - last
  return {
    ...verified,
    unrecorded,
    findings: [
      ...verified.findings,
      ...verified.records.flatMap(record => commitFault(place, places, record)),
      ...verified.records.filter(({ number }) => !ratified.has(number)).flatMap(unapproved),
      ...(unrecorded > 0 ? [told(codes.unrecorded, `${unrecorded}`)] : []),
    ],
  }
}

/** Both ends of a record lie on the target branch, in order, with the content that they had. */
function commitFault(
  place: CommittedPlace,
  places: ReadonlyMap<string, number>,
  { number, base, merge }: ReadRecord,
): readonly Finding<RecordPlace>[] {
  const [from, to] = [places.get(base.commit), places.get(merge.commit)]
  const isThere = [base, merge].every(
    ({ commit, tree }) => hasCommit(place, commit) && treeOf(place, commit) === tree,
  )
  if (from !== undefined && to !== undefined && from < to && isThere) return []
  return [told(codes.commitMissing, `${number}`)]
}

function unapproved({ number, status, objections, change }: ReadRecord): readonly Finding<RecordPlace>[] {
  if (status === 'approved') return []
  const of = change === undefined ? '' : ` #${change}`
  return [
    told(codes.unapproved, `${number}${of}${objections.length === 0 ? '' : ` ${objections.join(' ')}`}`),
  ]
}

function told(definition: (typeof codes)[keyof typeof codes], detail: string): Finding<RecordPlace> {
  const { title, why } = definition
  const message = { zh: `${title.zh}：${detail}`, en: `${title.en}: ${detail}` }
  return finding(definition, { record: detail.split(' ')[0] ?? detail }, { message, fix: { message: why } })
}
