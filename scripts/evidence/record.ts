import type { PeopleManifest } from '../../generated/types/people.ts'
import type { Pinned } from '../../lib/approval/index.ts'
import { dayInChina } from '../../lib/clock/instant.ts'
import {
  type Answer,
  answersTo,
  evidenceCodes as codes,
  decisionsOf,
  digestOfRecord,
  type EvidenceRecord,
  readRecord,
  recordedDecision,
  recordPath,
  recordSchema,
  recordText,
  verifyRecords,
} from '../../lib/evidence/index.ts'
import { finding } from '../../lib/finding/finding.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import type { Model } from '../../lib/model/model.ts'
import type { SourceFile } from '../../lib/read/index.ts'
import { commitNamed, fetchedEvidence, fetchedTarget, recordsAt } from '../git/evidence-branch.ts'
import { type DecidedChange, decidedMerge } from '../workspace/decided-change.ts'
import { type CommittedPlace, modelAt, type Now } from '../workspace/model-at.ts'
import { append, fetchBoth, type Remote } from './append.ts'
import { signatureBy } from './sign.ts'
import { type ChangeAt, type Piece, piecesSince, treeOf } from './stretches.ts'

export interface Recording {
  readonly place: CommittedPlace
  readonly now: Now
  readonly pinned: Pinned
  readonly remote: Remote
  readonly changeAt: ChangeAt
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
    const { last, digest, start, begun, chain } = whereToBegin(recording)
    const records = [...chain]
    const tip = commitNamed(recording.place, fetchedTarget) ?? start
    const pieces = await piecesSince(recording.place, start, tip, recording.changeAt)
    let [number, previous, evidence] = [last, digest, begun]
    const isWhole = pieces.every(piece => {
      number += 1
      // Where a request leads from is what was decided before it.
      const now = { ...recording.now, decisions: decisionsOf(records) }
      const record = recordOf({ ...recording, now }, piece, number, previous)
      const text = recordText(record)
      const signature = signatureBy(text, recording.keyFile, recording.place.environment)
      evidence = append(recording.place, recording.remote, evidence, {
        path: recordPath(record),
        text,
        signature,
      })
      if (evidence === undefined) return false
      previous = digestOfRecord(text)
      written.push({ record, digest: previous })
      const read = readRecord(text)
      if (read !== undefined) records.push(read)
      return true
    })
    if (isWhole) return written
  }
  throw refusal(codes.racing, `${mostRaces}`)
}

function whereToBegin({ place, from, pinned }: Recording) {
  const tip = commitNamed(place, fetchedEvidence)
  const stored = tip === undefined ? [] : recordsAt(place, tip)
  const { records, tip: newest, findings } = verifyRecords(stored, signersAt(place))
  const [broken] = findings
  // What is appended to a chain that is broken would be broken with it.
  if (broken !== undefined) throw new Refusal(broken, 'findings')
  const start = records.at(-1)?.merge.commit ?? from
  if (start === undefined) throw refusal(codes.commitMissing, `--from (${pinned.target})`)
  return { last: newest?.number ?? 0, digest: newest?.digest ?? null, start, begun: tip, chain: records }
}

/** The keys of the target branch as it is. */
export function signersAt(
  place: CommittedPlace,
  ref = fetchedTarget,
): NonNullable<PeopleManifest['signers']> {
  const commit = commitNamed(place, ref)
  if (commit === undefined) return []
  const { model } = modelAt(place, commit, { sources: [], findings: [] })
  return model?.catalogue.people?.value.signers ?? []
}

function recordOf(
  recording: Recording,
  { base, merge, facts }: Piece,
  number: number,
  previous: string | null,
): EvidenceRecord {
  const { place, now, pinned, tool, clock } = recording
  const tree = treeOf(place, merge)
  const day = dayInChina(facts?.merge?.at ?? clock())
  const decided =
    facts === undefined
      ? { decision: undefined, objections: [codes.unapproved], head: undefined }
      : decidedMerge({ place, facts, pinned, now }, { base, tree, day })
  const decision = recordedDecision(decided.decision, decided.objections)
  const { model: before, files } = modelAt(place, base, now)
  return {
    schema: recordSchema,
    number,
    previous,
    recordedAt: clock(),
    tool,
    forge: pinned.forge,
    repository: pinned.repository,
    target: pinned.target,
    base: { commit: base, tree: treeOf(place, base) },
    merge: { commit: merge, tree },
    day,
    facts: facts ?? null,
    judgedBy: judgedBy(files),
    decision,
    evidenceFrom: evidenceFromOf(decision.status === 'approved' ? decided.head : before),
    answers: answersIn(decided, before, day),
  }
}

function evidenceFromOf(model: Model | undefined): string | null {
  return model?.catalogue.platform.value.evidence?.from ?? null
}

/** With anything in the way nothing is answered. */
function answersIn(
  {
    decision,
    head,
    objections,
  }: Pick<DecidedChange, 'decision' | 'head'> & { readonly objections: readonly unknown[] },
  base: Model | undefined,
  day: string,
): readonly Answer[] {
  if (objections.length > 0 || decision === undefined || head === undefined || base === undefined) return []
  return answersTo({ base, head, decision, day })
}

/** The files of the base by which a change is judged. */
function judgedBy(files: readonly SourceFile[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    files.flatMap(({ file, digest }) => (file.startsWith('catalogue/') ? [[file, digest]] : [])),
  )
}

function refusal(definition: (typeof codes)[keyof typeof codes], detail: string): Refusal {
  const { title, why } = definition
  const message = { zh: `${title.zh}：${detail}`, en: `${title.en}: ${detail}` }
  return new Refusal(finding(definition, { record: detail }, { message, fix: { message: why } }), 'findings')
}
