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
import { verifiedAloud } from './chain.ts'
import type { DecidedRecords } from './decide-again.ts'
import { decideAllAgain } from './decide-parts.ts'
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
 * @param decided told of how many are decided again, now and then
 */
export async function verifyEvidence(
  place: CommittedPlace,
  stored: StoredEvidence,
  target: string,
  anchors: readonly Anchor[],
  decided: (count: number) => void = () => {},
): Promise<VerifiedEvidence> {
  const deciding = decideAllAgain(place, stored.records, decided)
  try {
    const verified = await verifiedAloud(place, stored, target, anchors)
    const line = firstParentLine(place, target)
    const places = new Map(line.map((commit, index) => [commit, index]))
    const onBranch = faultsOnBranch(place, verified.records, places)
    // Along a chain that is broken nobody knows by what a record was decided.
    const again = isWhole(verified) ? await deciding.answer() : undecided(verified.records)
    const last = places.get(verified.records.at(-1)?.merge.commit ?? '')
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
        ...onBranch,
        ...unratified(verified.records),
        ...again.findings,
        ...toldOfMany(verified, again, anchors),
        ...(unrecorded > 0 ? [told(codes.unrecorded, `${unrecorded}`)] : []),
      ],
    }
  } finally {
    await deciding.stop()
  }
}

/** What is told once of all records that it is true of. */
function toldOfMany(
  verified: Verified,
  { undecidable, ruledOut }: DecidedRecords,
  anchors: readonly Anchor[],
): readonly Finding<RecordPlace>[] {
  const setBack = setBackIn(verified.records, Math.max(0, ...anchors.map(({ number }) => number)))
  const all = [
    [codes.undecidable, isWhole(verified) ? undecidable : []],
    [codes.ruledOtherwise, ruledOut],
    [codes.versionSetBack, setBack],
  ] as const
  return all.flatMap(([definition, numbers]) =>
    numbers.length === 0 ? [] : [told(definition, numbersIn(numbers))],
  )
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

function faultsOnBranch(
  place: CommittedPlace,
  records: readonly ReadRecord[],
  places: ReadonlyMap<string, number>,
): readonly Finding<RecordPlace>[] {
  const trees = treesOf(
    place,
    records.flatMap(({ base, merge }) => [base.commit, merge.commit]),
  )
  return records.flatMap(record => commitFault(trees, places, record))
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

function unratified(records: readonly ReadRecord[]): readonly Finding<RecordPlace>[] {
  const ratified = ratifiedIn(records)
  return records.filter(({ number }) => !ratified.has(number)).flatMap(unapproved)
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
