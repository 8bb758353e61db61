import type { Pinned } from '../../lib/approval/index.ts'
import { dayInChina } from '../../lib/clock/instant.ts'
import {
  evidenceCodes as codes,
  decisionsOf,
  digestOfRecord,
  type EvidenceRecord,
  type Link,
  recordPath,
  recordSchema,
  recordSchemaWithStatements,
  recordText,
  verifyRecords,
} from '../../lib/evidence/index.ts'
import { type Finding, finding, type RecordPlace, type Text } from '../../lib/finding/finding.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { commitsIn } from '../../lib/forge/facts.ts'
import type { SourceFile } from '../../lib/read/index.ts'
import { headsOf, type SignedStatement } from '../../lib/statement/index.ts'
import { commitNamed, fetchedEvidence, fetchedTarget, recordsAt } from '../git/evidence-branch.ts'
import { contentsIn } from '../workspace/decided-change.ts'
import { type CommittedPlace, modelAt, type Now } from '../workspace/model-at.ts'
import { signersAt } from '../workspace/signers.ts'
import { append, fetchBoth, type Remote } from './append.ts'
import { decidedPiece } from './decided-piece.ts'
import { signatureBy } from './sign.ts'
import { type ChangeAt, type Piece, piecesSince, treeOf } from './stretches.ts'

export interface Recording {
  readonly place: CommittedPlace
  readonly now: Now
  readonly pinned: Pinned
  readonly remote: Remote
  readonly changeAt: ChangeAt
  /**
   * What was signed, of whichever changes.
   * @default - nothing
   */
  readonly statements?: readonly SignedStatement[]
  /** Absolute path of the recorder's key. */
  readonly keyFile: string
  /** The commit of the target branch behind which evidence begins, where there is none yet. */
  readonly from: string | undefined
  readonly tool: string
  /** An ISO 8601 instant in UTC. */
  readonly clock: () => string
}

export interface Written {
  readonly record: EvidenceRecord
  readonly digest: string
}

const mostRaces = 10

/**
 * Records whatever has come to the target branch since the last record, each piece as its reviews and the branch were when
 * it came.
 *
 * @throws Refusal where the evidence that is there is not whole, or nothing more can be written
 */
export async function recordNew(recording: Recording): Promise<readonly Written[]> {
  const written: Written[] = []
  for (let race = 0; race < mostRaces; race += 1) {
    fetchBoth(recording.place, recording.remote)
    const { records: chain, start, begun, signers, ...of } = whereToBegin(recording)
    const records = [...chain]
    const tip = commitNamed(recording.place, fetchedTarget) ?? start
    const pieces = await piecesSince(recording.place, start, tip, recording.changeAt)
    let [last, evidence] = [of.last, begun]
    const isWhole = pieces.every(piece => {
      // Where a request leads from is what was decided before it.
      const now = { ...recording.now, decisions: decisionsOf(records) }
      const record = recordOf({ ...recording, now }, piece, last)
      const text = recordText(record)
      const signature = signatureBy(text, recording.keyFile, recording.place.environment)
      const stored = { path: recordPath(record), text, signature }
      const verified = verifyRecords([stored], signers, [], last)
      const [fault] = verified.findings
      // Nothing can be taken off the branch again.
      if (fault !== undefined) throw notFollowing(fault)
      evidence = append(recording.place, recording.remote, evidence, stored)
      if (evidence === undefined) return false
      last = verified.last
      written.push({ record, digest: digestOfRecord(text) })
      records.push(...verified.records)
      return true
    })
    if (isWhole) return written
  }
  throw refusal(codes.racing, `${mostRaces}`)
}

function whereToBegin({ place, from, pinned }: Recording) {
  const [begun, target] = [fetchedEvidence, fetchedTarget].map(name => commitNamed(place, name))
  // The keys of the target branch as it is.
  const signers = target === undefined ? [] : signersAt(place, target)
  const stored = begun === undefined ? [] : recordsAt(place, begun)
  const { records, last, findings } = verifyRecords(stored, signers)
  const [broken] = findings
  // What is appended to a chain that is broken would be broken with it.
  if (broken !== undefined) throw new Refusal(broken, 'findings')
  const start = last?.record.merge.commit ?? from
  if (start === undefined) throw refusal(codes.commitMissing, `--from (${pinned.target})`)
  return { records, last, start, begun, signers }
}

function recordOf(
  { place: today, now, pinned, statements: all = [], tool, clock }: Recording,
  { base, merge, facts }: Piece,
  last: Link | undefined,
): EvidenceRecord {
  const day = dayInChina(facts?.merge?.at ?? clock())
  // What the rules say of a change is asked of the day on which it came, however late it is recorded.
  const place = { ...today, today: day }
  const tree = treeOf(place, merge)
  const before = modelAt(place, base, now)
  const contentOf = contentsIn(place, base)
  const stretch = { base, before, tree, day }
  const {
    verdicts: _verdicts,
    catalogue: _catalogue,
    isRuledOut: _isRuledOut,
    statements,
    ...decided
  } = decidedPiece(
    { place, now, pinned, facts, statements: all },
    stretch,
    contentOf,
    last?.record.evidenceFrom,
  )
  const reviewed = facts === undefined ? [] : [...commitsIn(facts), ...headsOf(statements)]
  return {
    schema: statements.length === 0 ? recordSchema : recordSchemaWithStatements,
    number: (last?.record.number ?? 0) + 1,
    previous: last?.digest ?? null,
    recordedAt: clock(),
    tool,
    forge: pinned.forge,
    repository: pinned.repository,
    target: pinned.target,
    base: { commit: base, tree: treeOf(place, base) },
    merge: { commit: merge, tree },
    day,
    facts: facts ?? null,
    ...(statements.length === 0 ? {} : { statements }),
    contents: Object.fromEntries(reviewed.map(commit => [commit, contentOf(commit) ?? null])),
    judgedBy: judgedBy(before.files),
    ...decided,
  }
}

/** The files of the base by which a change is judged. */
function judgedBy(files: readonly SourceFile[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    files.flatMap(({ file, digest }) => (file.startsWith('catalogue/') ? [[file, digest]] : [])),
  )
}

function notFollowing({ code, message, record }: Finding<RecordPlace>): Refusal {
  return refusal(codes.notFollowing, record, { zh: `${code} ${message.zh}`, en: `${code} ${message.en}` })
}

function refusal(
  definition: (typeof codes)[keyof typeof codes],
  record: string,
  detail: Text = { zh: record, en: record },
): Refusal {
  const { title, why } = definition
  const message = { zh: `${title.zh}：${detail.zh}`, en: `${title.en}: ${detail.en}` }
  return new Refusal(finding(definition, { record }, { message, fix: { message: why } }), 'findings')
}
