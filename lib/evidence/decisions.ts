import type { Answers, RecordedAnswer } from './answers.ts'
import type { ReadRecord } from './read-record.ts'
import { evidenceFolder, recordPath } from './record.ts'

/** What evidence decides, and how far it goes. */
export interface Decisions {
  /** The number of the newest record; 0 where there is none. */
  readonly number: number
  readonly answers: Answers
}

/** Where evidence does not decide yet. */
export const noDecisions: Decisions = { number: 0, answers: new Map() }

/** @param records a chain that was verified: what is not whole decides nothing. */
export function decisionsOf(records: readonly ReadRecord[]): Decisions {
  const all = records
    .filter(({ status }) => status === 'approved')
    .flatMap(record => {
      const mark = { number: record.number, file: `${evidenceFolder}/${recordPath(record)}` }
      return record.answers.map((answer): RecordedAnswer => ({ ...answer, record: mark }))
    })
  return { number: records.at(-1)?.number ?? 0, answers: Map.groupBy(all, ({ system }) => system) }
}
