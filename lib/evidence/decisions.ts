import { dayInChina } from '../clock/instant.ts'
import type { RecordMark } from '../read/document.ts'
import type { Answers, RecordedAnswer } from './answers.ts'
import type { ReadRecord } from './read-record.ts'
import { evidenceFolder, recordPath } from './record.ts'
import type { RecordedStretch } from './unbacked.ts'

/** What evidence decides, and how far it goes. */
export interface Decisions {
  /** The number of the newest record; 0 where there is none. */
  readonly number: number
  readonly answers: Answers
  /** The whole of the target branch that records are of, in the order of their numbers. */
  readonly stretches: readonly RecordedStretch[]
  /** Those of them that came past the policy and that nobody has ratified, in the same order. */
  readonly bypasses: readonly RecordedStretch[]
  /** The records themselves, in the same order. */
  readonly records: readonly ReadRecord[]
}

/** Where evidence does not decide yet. */
export const noDecisions: Decisions = {
  number: 0,
  answers: new Map(),
  stretches: [],
  bypasses: [],
  records: [],
}

/** @param records a chain that was verified: what is not whole decides nothing. */
export function decisionsOf(records: readonly ReadRecord[]): Decisions {
  const { add, now } = growingDecisions()
  for (const record of records) add(record)
  return now()
}

export interface GrowingDecisions {
  /** @param record the next of a chain that was verified */
  readonly add: (record: ReadRecord) => void
  /** What is decided by all that were added; it holds until the next is. */
  readonly now: () => Decisions
}

/** For whoever goes along a chain: what a record decides is weighed by those before it alone. */
export function growingDecisions(): GrowingDecisions {
  const answers = new Map<string, readonly RecordedAnswer[]>()
  const stretches: RecordedStretch[] = []
  const bypasses: RecordedStretch[] = []
  const records: ReadRecord[] = []
  const places = new Map<number, number>()
  const ratify = (number: number): void => {
    const place = places.get(number)
    const ratified = place === undefined ? undefined : stretches[place]
    if (place === undefined || ratified === undefined) return
    stretches[place] = { ...ratified, isApproved: true }
    const past = bypasses.indexOf(ratified)
    if (past >= 0) bypasses.splice(past, 1)
  }
  return {
    add: one => {
      const record = markOf(one)
      const isApproved = one.status === 'approved'
      if (isApproved) {
        for (const number of one.ratifies) ratify(number)
        for (const answer of one.answers)
          answers.set(answer.system, [...(answers.get(answer.system) ?? []), { ...answer, record }])
      }
      places.set(one.number, stretches.length)
      const stretch = { record, isApproved, base: one.base, merge: one.merge }
      stretches.push(stretch)
      if (!isApproved) bypasses.push(stretch)
      records.push(one)
    },
    now: () => ({ number: records.at(-1)?.number ?? 0, answers, stretches, bypasses, records }),
  }
}

/**
 * The day from which evidence decides, as the records have it: one that had come by the time of a record is not moved by it.
 * Undefined where none was ever set, or it was called off before it came.
 */
export function recordedDay(records: readonly Pick<ReadRecord, 'recordedAt' | 'evidenceFrom'>[]) {
  return records.reduce<string | undefined>(
    (day, { recordedAt, evidenceFrom }) =>
      day !== undefined && day <= dayInChina(recordedAt) ? day : (evidenceFrom ?? undefined),
    undefined,
  )
}

function markOf(record: ReadRecord): RecordMark {
  return { number: record.number, file: `${evidenceFolder}/${recordPath(record)}` }
}
