import type { RatificationManifest } from '../../generated/types/ratification.ts'
import { type CodeDefinition, type DataPath, type Finding, finding } from '../finding/finding.ts'
import { printable } from '../finding/printable.ts'
import type { Catalogue, Sourced } from '../model/model.ts'
import { kindOf } from '../read/places.ts'
import { evidenceCodes as codes } from './codes.ts'
import type { Decisions } from './decisions.ts'
import { ratifiedIn } from './ratified.ts'
import type { ReadRecord } from './read-record.ts'

export type Ratification = Sourced<RatificationManifest>

/** The ratifications of a change: those that it adds, and those that it makes say something else. */
export function addedRatifications(
  base: Pick<Catalogue, 'ratifications'>,
  head: Pick<Catalogue, 'ratifications'>,
): readonly Ratification[] {
  const had = new Map(base.ratifications.map(({ document }) => [document.file, document.digest]))
  return head.ratifications.filter(({ document }) => had.get(document.file) !== document.digest)
}

/** The record that a ratification names, by number and digest. */
export function namedRecord(
  { value }: Ratification,
  { records }: Pick<Decisions, 'records'>,
): ReadRecord | undefined {
  const record = records[value.record.number - 1]
  return record?.number === value.record.number && record.digest === value.record.digest ? record : undefined
}

/** What is wrong with ratifications wherever they stand: each is of a record that is there, and was not approved. */
export function ratificationFindings(
  ratifications: readonly Ratification[],
  decisions: Pick<Decisions, 'records'>,
): readonly Finding[] {
  return ratifications.flatMap(ratification => {
    const { number } = ratification.value.record
    const record = namedRecord(ratification, decisions)
    if (record?.status === 'approved')
      return [told(codes.ratificationNeedless, ratification, ['record', 'number'], `${number}`)]
    if (record !== undefined) return []
    const isThere = decisions.records.some(one => one.number === number)
    return [
      told(codes.ratificationMisfit, ratification, ['record', isThere ? 'digest' : 'number'], `${number}`),
    ]
  })
}

/**
 * What stands in the way of a change that ratifies.
 *
 * @param added what it ratifies
 * @param paths every path that it touches, from the data's root
 */
export function ratifyingFindings(
  added: readonly Ratification[],
  decisions: Pick<Decisions, 'records'>,
  paths: readonly string[],
): readonly Finding[] {
  const ratified = ratifiedIn(decisions.records)
  const other = paths.find(path => kindOf(path) !== 'ratification')
  return [
    ...ratificationFindings(added, decisions),
    ...added.flatMap(ratification => {
      const { record, broughtBy } = ratification.value
      const [known, by] = [namedRecord(ratification, decisions), ratified.get(record.number)]
      const found: Finding[] = []
      if (by !== undefined)
        found.push(
          told(
            codes.ratificationNeedless,
            ratification,
            ['record', 'number'],
            `${record.number} ← ${by.number}`,
          ),
        )
      if (known !== undefined && known.accounts === undefined && broughtBy === undefined)
        found.push(told(codes.bringerUnstated, ratification, ['record'], `${record.number}`))
      if (other !== undefined)
        found.push(told(codes.ratificationMixed, ratification, ['record'], printable(other)))
      return found
    }),
  ]
}

/** A finding about the record that a ratification names. */
export function aboutRatified(ratification: Ratification): Finding {
  return told(
    codes.ratifiedUnreadable,
    ratification,
    ['record', 'number'],
    `${ratification.value.record.number}`,
  )
}

function told(
  definition: CodeDefinition,
  { document }: Ratification,
  path: DataPath,
  detail: string,
): Finding {
  const { title, why } = definition
  const message = { zh: `${title.zh}：${detail}`, en: `${title.en}: ${detail}` }
  return finding(definition, document.at(path), { message, fix: { message: why } })
}
