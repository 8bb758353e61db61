import {
  type Anchor,
  evidenceCodes as codes,
  type ReadRecord,
  ratifiedIn,
  setBackIn,
  type Verified,
} from '../../lib/evidence/index.ts'
import { type Finding, finding, type RecordPlace } from '../../lib/finding/finding.ts'
import { treesOf } from '../git/merged-trees.ts'
import type { CommittedPlace } from '../workspace/model-at.ts'
import type { StoredEvidence } from '../workspace/stored-evidence.ts'
import { verifiedChain } from './chain.ts'
import { type DecidedRecords, decideAgain } from './decide-again.ts'
import { firstParentLine } from './stretches.ts'

export interface VerifiedEvidence extends Verified {
  readonly decidedAgain: Pick<DecidedRecords, 'count' | 'undecidable' | 'otherVersions'>
  /** Commits of the target branch behind the last record. */
  readonly unrecorded: number
}

/**
 * Verifies the evidence of a clone against itself, its signers, what was kept of it elsewhere, and the target branch.
 * Nobody is asked but git.
 *
 * @param target the newest commit of the target branch
 * @param decided told of each record how many are decided again
 */
export function verifyEvidence(
  place: CommittedPlace,
  stored: StoredEvidence,
  target: string,
  anchors: readonly Anchor[],
  decided: (count: number) => void = () => {},
): VerifiedEvidence {
  const verified = verifiedChain(place, stored, target, anchors)
  const ratified = ratifiedIn(verified.records)
  const trees = treesOf(
    place,
    verified.records.flatMap(({ base, merge }) => [base.commit, merge.commit]),
  )
  const line = firstParentLine(place, target)
  const places = new Map(line.map((commit, index) => [commit, index]))
  // Along a chain that is broken nobody knows by what a record was decided.
  const again = isWhole(verified)
    ? decideAgain(place, verified.records, decided)
    : undecided(verified.records)
  const last = places.get(verified.records.at(-1)?.merge.commit ?? '')
  const setBack = setBackIn(verified.records, Math.max(0, ...anchors.map(({ number }) => number)))
  const unrecorded = last === undefined ? 0 : line.length - 1 - last
  return {
    ...verified,
    unrecorded,
    decidedAgain: {
      count: again.count,
      undecidable: again.undecidable,
      otherVersions: again.otherVersions,
    },
    findings: [
      ...verified.findings,
      ...verified.records.flatMap(record => commitFault(trees, places, record)),
      ...verified.records.filter(({ number }) => !ratified.has(number)).flatMap(unapproved),
      ...again.findings,
      ...(isWhole(verified) && again.undecidable.length > 0
        ? [told(codes.undecidable, numbersIn(again.undecidable))]
        : []),
      ...(again.ruledOut.length > 0 ? [told(codes.ruledOtherwise, numbersIn(again.ruledOut))] : []),
      ...(setBack.length > 0 ? [told(codes.versionSetBack, numbersIn(setBack))] : []),
      ...(unrecorded > 0 ? [told(codes.unrecorded, `${unrecorded}`)] : []),
    ],
  }
}

function isWhole({ findings }: Verified): boolean {
  return findings.every(({ severity }) => severity !== 'error')
}

function undecided(records: readonly ReadRecord[]): DecidedRecords {
  const undecidable = records.map(({ number }) => number)
  return { count: 0, undecidable, otherVersions: [], ruledOut: [], findings: [] }
}

const mostNumbers = 10

function numbersIn(numbers: readonly number[]): string {
  const shown = numbers.slice(0, mostNumbers).join(', ')
  return numbers.length > mostNumbers ? `${shown}, … (${numbers.length})` : shown
}

/** Both ends of a record lie on the target branch, in order, with the content that they had. */
function commitFault(
  trees: ReadonlyMap<string, string>,
  places: ReadonlyMap<string, number>,
  { number, base, merge }: ReadRecord,
): readonly Finding<RecordPlace>[] {
  const [from, to] = [places.get(base.commit), places.get(merge.commit)]
  const isThere = [base, merge].every(({ commit, tree }) => trees.get(commit) === tree)
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
