import { type Decision, type PartVerdict, reasonNames, type StepVerdict } from '../approval/index.ts'
import type { Text } from '../finding/finding.ts'
import type { Catalogue } from '../model/model.ts'
import { idInWords, wordTerm } from '../term/index.ts'
import { canonicalText } from './canonical.ts'
import type { ReadRecord } from './read-record.ts'
import type { EvidenceRecord, RecordedPart } from './record.ts'

/** What the reviews, people and regulations that a record rests on come to, by somebody who decides anew. */
export interface DecidedAgain
  extends Pick<EvidenceRecord, 'decision' | 'evidenceFrom' | 'answers' | 'ratifies'> {
  readonly verdicts: Decision | undefined
  /** Whose words name the approvals. */
  readonly catalogue: Pick<Catalogue, 'jurisdictions'> | undefined
}

/** In what a record says otherwise, and on which article that rests. */
export interface Departure {
  readonly detail: Text
  readonly article: string | undefined
}

/**
 * The first thing that a record says otherwise than what it rests on; undefined where they agree.
 *
 * @param byRules whether the rules about changes had their say too: those of another version may object to other things
 */
export function departureOf(
  record: ReadRecord,
  again: DecidedAgain,
  byRules: boolean,
): Departure | undefined {
  if (record.status !== again.decision.status) return ofStatus(record, again, byRules)
  if (record.status === 'unapproved') return ofRest(record, again)
  const parts = again.decision.parts.findIndex((part, index) => textOf(record.parts[index]) !== textOf(part))
  if (parts >= 0 || record.parts.length !== again.decision.parts.length)
    return ofPart(again, record.parts[parts], again.decision.parts[parts])
  return ofRest(record, again)
}

function ofStatus(record: ReadRecord, again: DecidedAgain, byRules: boolean): Departure | undefined {
  if (record.status === 'approved') return unfilled(record, again) ?? objected(again.decision.objections)
  // What an older version objected to by its rules stays as it was recorded.
  if (!byRules && record.objections.length > 0) return undefined
  const detail = { zh: '记为未经批准，而按其评审已批准', en: 'it says unapproved, and its reviews approve' }
  return { detail, article: undefined }
}

/** The first step that the reviews do not fill, and why those that the record counts for it do not. */
function unfilled(record: ReadRecord, again: DecidedAgain): Departure | undefined {
  const { verdicts } = again
  for (const part of verdicts?.parts ?? []) {
    const step = part.verdict.steps.find(({ missing }) => missing > 0)
    if (step !== undefined) return ofStep(record, part, step, again)
    const [refusal] = part.verdict.refusals
    if (refusal === undefined) continue
    const { person, id } = refusal
    const said = { zh: `评审 ${id}：${person} 不同意`, en: `review ${id}: ${person} refuses` }
    return { detail: joined(placeOf(again, part.asked), said), article: part.asked.article }
  }
  return undefined
}

function ofStep(
  record: ReadRecord,
  part: PartVerdict,
  { step, by, missing }: StepVerdict,
  again: DecidedAgain,
): Departure {
  const counted = record.parts
    .flatMap(({ steps }) => steps.filter(({ id }) => id === step.id))
    .flatMap(one => one.by)
  const stands = new Set(by.map(({ id }) => id))
  const why = counted
    .filter(({ review }) => !stands.has(review))
    .map(({ review, person }) => {
      const reason = reasonFor(review, part, again.verdicts)
      return {
        zh: `评审 ${review}（${person}）不算数：${reason.zh}`,
        en: `review ${review} (${person}) does not count: ${reason.en}`,
      }
    })
  const lacking = { zh: `“${step.name}”尚缺 ${missing} 人`, en: `${idInWords(step.id)} lacks ${missing}` }
  return {
    detail: [lacking, ...why].reduce(joined, placeOf(again, part.asked)),
    article: step.article ?? part.asked.article,
  }
}

function reasonFor(review: string, { verdict }: PartVerdict, verdicts: Decision | undefined): Text {
  const ignored = verdict.ignored.find(one => one.review.id === review)?.reason
  const reason = ignored ?? verdicts?.void.find(({ fact }) => fact.id === review)?.reason
  return reason === undefined ? { zh: '没有这份评审', en: 'there is no such review' } : reasonNames[reason]
}

function objected(objections: readonly string[]): Departure {
  const codes = objections.join(' ')
  return { detail: { zh: `不得批准：${codes}`, en: `it may not be approved: ${codes}` }, article: undefined }
}

/** Of a part that is approved either way, and by others, or that one of the two does not have. */
function ofPart(
  by: DecidedAgain,
  recorded: RecordedPart | undefined,
  again: RecordedPart | undefined,
): Departure {
  const part = again ?? recorded
  const step = again?.steps.find((one, index) => textOf(one) !== textOf(recorded?.steps[index]))
  const people = (of: RecordedPart | undefined) =>
    of?.steps.flatMap(({ by }) => by.map(({ person, review }) => `${person} (${review})`)).join(' ') ?? '-'
  const name = part === undefined ? { zh: '-', en: '-' } : placeOf(by, part)
  const within = step === undefined ? '' : ` ${idInWords(step.id)}`
  return {
    detail: {
      zh: `${name.zh}${within}：记为 ${people(recorded)}，按其评审为 ${people(again)}`,
      en: `${name.en}${within}: it says ${people(recorded)}, and its reviews ${people(again)}`,
    },
    article: step?.article ?? part?.article ?? undefined,
  }
}

/** What was brought about by the verdict. */
function ofRest(record: ReadRecord, again: DecidedAgain): Departure | undefined {
  const answered = again.answers.find((answer, index) => textOf(answer) !== textOf(record.answers[index]))
  const other = answered ?? record.answers.find((_, index) => again.answers[index] === undefined)
  if (other !== undefined)
    return only({
      zh: `${other.system}：记下的决定或授予与申请不符`,
      en: `${other.system}: other decisions or grants than were requested`,
    })
  if (textOf(record.ratifies) !== textOf(again.ratifies))
    return only({ zh: '追认的记录不符', en: 'it ratifies other records' })
  if (record.evidenceFrom !== again.evidenceFrom)
    return only({ zh: '以审批记录为准的起始日不符', en: 'another day from which evidence decides' })
  return undefined
}

function only(detail: Text): Departure {
  return { detail, article: undefined }
}

type Place = Pick<RecordedPart, 'jurisdiction' | 'kind'> &
  Readonly<Record<'unit' | 'system', string | null | undefined>>

function placeOf({ catalogue }: DecidedAgain, { jurisdiction, unit, system, kind }: Place): Text {
  const of = system ?? (unit === undefined || unit === null ? jurisdiction : `${jurisdiction}/${unit}`)
  const { zh, en } = wordTerm(catalogue?.jurisdictions.get(jurisdiction)?.value, 'approvals', kind)
  return { zh: `${of} ${zh}`, en: `${of} ${en}` }
}

function joined(before: Text, after: Text): Text {
  return { zh: `${before.zh}，${after.zh}`, en: `${before.en}, ${after.en}` }
}

function textOf(value: unknown): string {
  return value === undefined ? '' : canonicalText(value)
}
