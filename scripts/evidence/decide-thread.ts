// A thread of its own, which decides on one part of a chain again.
import { parentPort, workerData } from 'node:worker_threads'
import { readRecord, type StoredRecord } from '../../lib/evidence/index.ts'
import type { AnyFinding } from '../../lib/finding/finding.ts'
import { Refusal, type RefusalKind } from '../../lib/finding/refusal.ts'
import type { CommittedPlace } from '../workspace/model-at.ts'
import { type DecidedRecords, decideAgain, type Part } from './decide-again.ts'

/** What the thread is given: values alone, which is all that goes from one thread to another. */
export interface Given {
  readonly place: CommittedPlace
  /** The chain up to the end of the part. */
  readonly stored: readonly Pick<StoredRecord, 'text'>[]
  readonly part: Part
}

export type Told =
  | { readonly kind: 'decided'; readonly count: number }
  | { readonly kind: 'done'; readonly records: DecidedRecords }
  | { readonly kind: 'refused'; readonly finding: AnyFinding; readonly refusal: RefusalKind }

/** To tell of each would take as long as to decide on it. */
const toldAtOnce = 50

function answer({ place, stored, part }: Given, tell: (told: Told) => void): void {
  const decided = (count: number) => {
    if (count % toldAtOnce === 0) tell({ kind: 'decided', count })
  }
  try {
    const chain = stored.flatMap(({ text }) => readRecord(text) ?? [])
    tell({ kind: 'done', records: decideAgain(place, chain, part, decided) })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    tell({ kind: 'refused', finding: error.finding, refusal: error.kind })
  }
}

const given: Given = workerData
answer(given, told => parentPort?.postMessage(told))
