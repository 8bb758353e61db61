import { dayInChina } from '../../lib/clock/instant.ts'
import {
  evidenceCodes as codes,
  type Departure,
  departureOf,
  growingDecisions,
  type ReadRecord,
  recordPath,
} from '../../lib/evidence/index.ts'
import { type Finding, finding, type RecordPlace } from '../../lib/finding/finding.ts'
import { commitsIn } from '../../lib/forge/facts.ts'
import { headsOf, readStatement } from '../../lib/statement/index.ts'
import { mergedTrees, treesOf } from '../git/merged-trees.ts'
import type { TreePair } from '../git/tree-changes.ts'
import { commitMemory } from '../workspace/commit-memory.ts'
import type { ContentOf } from '../workspace/decided-change.ts'
import { type CommittedPlace, modelAt } from '../workspace/model-at.ts'
import { toolVersion } from '../workspace/package-root.ts'
import { type DecidedPiece, decidedPiece } from './decided-piece.ts'

export interface DecidedRecords {
  /** How many were decided again. */
  readonly count: number
  /** Numbers of those of which nobody can tell any more what was reviewed. */
  readonly undecidable: readonly number[]
  /** How many of them are of another version of the tool, each with how many: the rules of that have no say any more. */
  readonly otherVersions: readonly OtherVersion[]
  /** Numbers of those of these that are approved, and to which the rules of this version object. */
  readonly ruledOut: readonly number[]
  readonly findings: readonly Finding<RecordPlace>[]
}

export interface OtherVersion {
  readonly tool: string
  readonly records: number
}

/** Records of a chain by their places in it, the last not among them. */
export interface Part {
  readonly from: number
  readonly to: number
}

/**
 * Decides on records of a whole chain again, from what each keeps of its forge: by the people and regulations of the commit
 * before it, and by what the records before it had decided. No forge is asked, and the record’s own verdict has no say.
 *
 * @param decided told after each record how many of the part are decided again
 * @throws Refusal where git lacks a part of a commit that it has
 */
export function decideAgain(
  place: CommittedPlace,
  chain: readonly ReadRecord[],
  { from, to }: Part,
  decided: (count: number) => void,
): DecidedRecords {
  const [before, records] = [chain.slice(0, from), chain.slice(from, to)]
  const known = contentsKnown(place, records)
  const steps = records.filter(record => known(record) !== undefined).map(stepOf)
  const memory = commitMemory(place, steps, before.map(stepOf))
  const decisions = growingDecisions()
  for (const record of before) decisions.add(record)
  const version = toolVersion()
  const undecidable: number[] = []
  const ruledOut: number[] = []
  const others = new Map<string, number>()
  const findings: Finding<RecordPlace>[] = []
  let last = before.at(-1)
  for (const [index, record] of records.entries()) {
    const contents = known(record)
    if (contents === undefined) undecidable.push(record.number)
    else {
      const now = { sources: [], findings: [], decisions: decisions.now(), memory }
      const byRules = record.tool === version
      const again = decidedAgain(place, now, record, { contentOf: contents.contentOf, byRules, last })
      const departure = contents.departure ?? forgedStatement(record) ?? departureOf(record, again, byRules)
      if (departure !== undefined) findings.push(contradicted(record, departure))
      if (!byRules) others.set(record.tool, (others.get(record.tool) ?? 0) + 1)
      if (!byRules && again.isRuledOut && record.status === 'approved') ruledOut.push(record.number)
    }
    decisions.add(record)
    last = record
    decided(index + 1)
  }
  return {
    count: records.length - undecidable.length,
    undecidable,
    otherVersions: [...others].map(([tool, records]) => ({ tool, records })),
    ruledOut,
    findings,
  }
}

function stepOf({ base, merge }: ReadRecord): TreePair {
  return { before: base.tree, after: merge.tree }
}

interface Again {
  readonly contentOf: ContentOf
  readonly byRules: boolean
  /** The record before. */
  readonly last: ReadRecord | undefined
}

function decidedAgain(
  today: CommittedPlace,
  now: Parameters<typeof modelAt>[2],
  record: ReadRecord,
  { contentOf, byRules, last }: Again,
): DecidedPiece {
  const { base, merge, day, facts, statements, forge, repository, target, recordedAt } = record
  const place = { ...today, today: day, actualToday: dayInChina(recordedAt) }
  return decidedPiece(
    { place, now, pinned: { forge, repository, target }, facts, statements, byRules },
    {
      base: base.tree,
      baseCommit: base.commit,
      before: modelAt(place, base.tree, now),
      tree: merge.tree,
      day,
    },
    contentOf,
    last?.evidenceFrom,
  )
}

interface KnownContents {
  readonly contentOf: ContentOf
  /** Where git has what was reviewed, and it is not what the record says. */
  readonly departure: Departure | undefined
}

/** What commits made of their base: by the record, and by git as far as it has them. */
function contentsKnown(
  place: CommittedPlace,
  records: readonly ReadRecord[],
): (record: ReadRecord) => KnownContents | undefined {
  const reviewed = records.map(reviewedIn)
  const ends = records.flatMap(({ base, merge }) => [base.commit, merge.commit])
  const trees = treesOf(place, [...new Set([...ends, ...reviewed.flat()])])
  const merges = records.flatMap(({ base: { commit: ours } }, index) =>
    (reviewed[index] ?? []).flatMap(theirs =>
      trees.has(ours) && trees.has(theirs) ? [{ ours, theirs }] : [],
    ),
  )
  const made = mergedTrees(place, merges)
  const byGit = new Map(
    merges.map(({ ours, theirs }, index) => {
      const tree = made[index]
      return [`${ours} ${theirs}`, tree === 'conflict' ? undefined : tree?.tree]
    }),
  )
  return ({ base, merge, facts, statements, contents, status }) => {
    const commits = reviewedIn({ facts, statements })
    if (![base, merge].every(({ commit, tree }) => trees.get(commit) === tree)) return undefined
    const told = (commit: string) => byGit.get(`${base.commit} ${commit}`)
    if (contents === undefined) {
      const isWhole = commits.every(commit => trees.has(commit))
      // Whoever wrote an older form may not have had what was reviewed.
      return isWhole && (status === 'approved' || facts === undefined)
        ? { contentOf: told, departure: undefined }
        : undefined
    }
    const other = commits.find(commit => {
      const tree = contents.get(commit)
      return tree !== undefined && trees.has(commit) && told(commit) !== tree
    })
    return {
      contentOf: commit => contents.get(commit),
      departure: other === undefined ? undefined : otherContent(other),
    }
  }
}

/** Every commit that somebody reviewed, pushed or signed. */
function reviewedIn({ facts, statements }: Pick<ReadRecord, 'facts' | 'statements'>): readonly string[] {
  return [...(facts === undefined ? [] : commitsIn(facts)), ...headsOf(statements)]
}

/** Nothing is recorded as signed that was not: whoever holds the recorder’s key holds nobody else’s. */
function forgedStatement({ statements }: ReadRecord): Departure | undefined {
  const forged = statements.map(readStatement).find(({ fault }) => fault !== undefined)
  if (forged === undefined) return undefined
  const short = forged.digest.slice(0, 12)
  const detail = {
    zh: `签名的意见 ${short} 与其签名不符`,
    en: `the signed statement ${short} is not as it was signed`,
  }
  return { detail, article: undefined }
}

function otherContent(commit: string): Departure {
  const short = commit.slice(0, 12)
  const detail = {
    zh: `提交 ${short} 的内容与所记不符`,
    en: `commit ${short} has another content than it says`,
  }
  return { detail, article: undefined }
}

function contradicted(record: ReadRecord, { detail, article }: Departure): Finding<RecordPlace> {
  const { title, why } = codes.contradicted
  const { number, change } = record
  const of = change === undefined ? '' : ` #${change}`
  const message = {
    zh: `${title.zh}：第 ${number} 号${of}：${detail.zh}`,
    en: `${title.en}: record ${number}${of}: ${detail.en}`,
  }
  return finding(
    codes.contradicted,
    { record: recordPath(record) },
    { message, fix: { message: why }, ...(article === undefined ? {} : { article }) },
  )
}
