import { dayInChina } from '../clock/instant.ts'
import type { RecordMark } from '../read/document.ts'
import type { Answers, RecordedAnswer } from './answers.ts'
import { ratifiedIn } from './ratified.ts'
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
  /** The records themselves, in the same order. */
  readonly records: readonly ReadRecord[]
}

/** Where evidence does not decide yet. */
export const noDecisions: Decisions = { number: 0, answers: new Map(), stretches: [], records: [] }

/** @param records a chain that was verified: what is not whole decides nothing. */
export function decisionsOf(records: readonly ReadRecord[]): Decisions {
  const ratified = ratifiedIn(records)
  const marked = records.map(record => ({ ...record, record: markOf(record) }))
  const all = marked
    .filter(({ status }) => status === 'approved')
    .flatMap(({ answers, record }) => answers.map((answer): RecordedAnswer => ({ ...answer, record })))
  return {
    number: records.at(-1)?.number ?? 0,
    answers: Map.groupBy(all, ({ system }) => system),
    stretches: marked.map(({ record, status, base, merge }) => ({
      record,
      isApproved: status === 'approved' || ratified.has(record.number),
      base,
      merge,
    })),
    records,
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
