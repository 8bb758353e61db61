// Whether what decides on a change is itself approved: the people table and the regulations of its base.
import type { PeopleManifest } from '../../generated/types/people.ts'
import {
  type BranchContents,
  evidenceCodes as codes,
  type Decisions,
  noDecisions,
  type RatifiedStretch,
  type Unbacked,
} from '../../lib/evidence/index.ts'
import { type Finding, finding, type RecordPlace } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { type DocumentKind, kindOf } from '../../lib/read/index.ts'
import { type CommittedPlace, modelAt, type Now } from './model-at.ts'
import { branchOf, unbackedAt } from './unbacked.ts'

export interface DecidingGround {
  /**
   * Of what came past the policy: those from before the oldest record of it, which does not say who ratifies it.
   * @default - those of the base
   */
  readonly people: PeopleManifest | undefined
  /** What came past the policy and still is: nothing is decided on it but its own ratification. */
  readonly findings: readonly Finding<RecordPlace>[]
}

/**
 * On what a change is decided that begins at a commit.
 *
 * @param ratified what the change ratifies
 */
export function decidingGround(
  place: CommittedPlace,
  now: Now,
  commit: string,
  ratified: readonly RatifiedStretch[],
): DecidingGround {
  const decisions = now.decisions ?? noDecisions
  const branch = now.memory?.branch ?? branchOf({ ...place, root: place.evidenceRoot ?? place.root })
  const unbacked = unbackedGround(branch, decisions, commit)
  const numbers = new Set(unbacked.map(({ record }) => record?.number))
  const oldest = decisions.stretches.find(({ record }) => numbers.has(record.number))
  const ratifies = new Set(ratified.map(({ number }) => number))
  return {
    people: oldest && modelAt(place, oldest.base.tree, now).model?.catalogue.people?.value,
    findings: unbacked.flatMap(one =>
      one.record === undefined || ratifies.has(one.record.number)
        ? []
        : [notBacked(one.file, one.record.file)],
    ),
  }
}

const deciding: ReadonlySet<DocumentKind | undefined> = new Set<DocumentKind>(['people', 'jurisdiction'])

/** What was not there before has nothing to go back to: whoever administers a repository commits its first people table. */
function unbackedGround(branch: BranchContents, decisions: Decisions, commit: string): readonly Unbacked[] {
  if (decisions.stretches.every(({ isApproved }) => isApproved)) return []
  return unbackedAt(branch, decisions, commit).filter(
    ({ file, record, backed }) => record !== undefined && backed !== undefined && deciding.has(kindOf(file)),
  )
}

function notBacked(file: string, record: string): Finding<RecordPlace> {
  const { title, why } = codes.groundNotBacked
  const shown = printable(file)
  const message = { zh: `${title.zh}：${shown}`, en: `${title.en}: ${shown}` }
  return finding(codes.groundNotBacked, { record }, { message, fix: { message: why } })
}
