// Whether what decides on a change is itself approved: the people table and the regulations of its base.
import type { PeopleManifest } from '../../generated/types/people.ts'
import {
  type BranchContents,
  type ComePastFile,
  evidenceCodes as codes,
  comePastFiles,
  type Decisions,
  noDecisions,
  type RatifiedStretch,
} from '../../lib/evidence/index.ts'
import { type Finding, finding, type RecordPlace } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { type DocumentKind, kindOf } from '../../lib/read/index.ts'
import { type CommittedPlace, modelAt, type Now } from './model-at.ts'
import { branchOf } from './unbacked.ts'

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
  const numbers = new Set(unbacked.map(({ record }) => record.number))
  const oldest = decisions.bypasses.find(({ record }) => numbers.has(record.number))
  const ratifies = new Set(ratified.map(({ number }) => number))
  return {
    people: oldest && modelAt(place, oldest.base.tree, now).model?.catalogue.people?.value,
    findings: unbacked.flatMap(({ file, record }) =>
      ratifies.has(record.number) ? [] : [notBacked(file, record.file)],
    ),
  }
}

const deciding: ReadonlySet<DocumentKind | undefined> = new Set<DocumentKind>(['people', 'jurisdiction'])

/** What was not there before has nothing to go back to: whoever administers a repository commits its first people table. */
function unbackedGround(
  branch: BranchContents,
  { stretches, bypasses }: Decisions,
  commit: string,
): readonly ComePastFile[] {
  const mayDecide = branch.changesIn(bypasses).some(changes => changes.some(isGround))
  return mayDecide ? comePastFiles(stretches, branch, branch.at(commit)).filter(isOldGround) : []
}

function isGround({ file }: { readonly file: string }): boolean {
  return deciding.has(kindOf(file))
}

function isOldGround(past: ComePastFile): boolean {
  return past.backed !== undefined && isGround(past)
}

function notBacked(file: string, record: string): Finding<RecordPlace> {
  const { title, why } = codes.groundNotBacked
  const shown = printable(file)
  const message = { zh: `${title.zh}：${shown}`, en: `${title.en}: ${shown}` }
  return finding(codes.groundNotBacked, { record }, { message, fix: { message: why } })
}
