// Whether what decides on a change is itself approved: the people table and the regulations of its base.
import type { PeopleManifest } from '../../generated/types/people.ts'
import { evidenceCodes as codes, type Decisions, type Unbacked } from '../../lib/evidence/index.ts'
import { type Finding, finding, type RecordPlace } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { type CommittedPlace, modelAt, type Now } from './model-at.ts'
import { unbackedAt } from './unbacked.ts'

const ground = /^catalogue\/(?:people|jurisdictions\/[^/]+)\.yaml$/

/**
 * Of what decides at a commit, what came past the policy and still is. What was not there before has nothing to go back to:
 * the first people table of a repository is committed by whoever administers it.
 */
export function unbackedGround(
  place: CommittedPlace,
  decisions: Decisions | undefined,
  commit: string,
): readonly Unbacked[] {
  if (decisions === undefined || decisions.stretches.every(({ isApproved }) => isApproved)) return []
  return unbackedAt(place, decisions, commit).filter(
    ({ file, record, backed }) => record !== undefined && backed !== undefined && ground.test(file),
  )
}

/** Nothing is decided on it but its own ratification. */
export function groundFindings(
  unbacked: readonly Unbacked[],
  ratified: readonly number[],
): readonly Finding<RecordPlace>[] {
  return unbacked.flatMap(({ file, record }) => {
    if (record === undefined || ratified.includes(record.number)) return []
    const { title, why } = codes.groundNotBacked
    const shown = printable(file)
    const message = { zh: `${title.zh}：${shown}`, en: `${title.en}: ${shown}` }
    return [finding(codes.groundNotBacked, { record: record.file }, { message, fix: { message: why } })]
  })
}

/** The people from before the oldest record that took its way past the policy: it does not say who ratifies it. */
export function peopleBefore(
  place: CommittedPlace,
  now: Now,
  unbacked: readonly Unbacked[],
): PeopleManifest | undefined {
  const numbers = unbacked.flatMap(({ record }) => record?.number ?? [])
  const oldest = now.decisions?.stretches.find(({ record }) => numbers.includes(record.number))
  return oldest && modelAt(place, oldest.base.tree, now).model?.catalogue.people?.value
}
