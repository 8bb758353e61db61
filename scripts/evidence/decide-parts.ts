import { availableParallelism } from 'node:os'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { readRecord, type StoredRecord } from '../../lib/evidence/index.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import type { CommittedPlace } from '../workspace/model-at.ts'
import { type DecidedRecords, decideAgain, type Part } from './decide-again.ts'
import type { Given, Told } from './decide-thread.ts'

/** For fewer, the start of a thread and its first reading of the repository take longer than they save. */
const fewestOfPart = 1000
/** Each keeps a repository in memory. */
const mostParts = 8

/** Work that may have begun, and of which nobody has to want to know what comes of it. */
export interface Deciding {
  /** @throws Refusal as `decideAgain` does */
  readonly answer: () => Promise<DecidedRecords>
  readonly stop: () => Promise<void>
}

/**
 * Decides on every record of a chain again. Parts of a long one are decided on at the same time, in threads that begin at
 * once: what the records before a part have decided is known from themselves. What comes of it counts where the chain is
 * whole.
 *
 * @param decided told of how many are decided again, now and then
 * @param parts by their places in the chain, one behind the other
 */
export function decideAllAgain(
  place: CommittedPlace,
  stored: readonly StoredRecord[],
  decided: (count: number) => void,
  parts: readonly Part[] = partsOf(stored.length),
): Deciding {
  const [whole, second] = parts
  return whole !== undefined && second === undefined
    ? decidingHere(place, stored, decided, whole)
    : decidingInThreads(place, stored, decided, parts)
}

function partsOf(records: number): readonly Part[] {
  const most = Math.min(availableParallelism(), mostParts, Math.floor(records / fewestOfPart))
  const count = Math.max(1, most)
  const edge = (index: number) => Math.round((index * records) / count)
  return Array.from({ length: count }, (_, index) => ({ from: edge(index), to: edge(index + 1) }))
}

function decidingHere(
  place: CommittedPlace,
  stored: readonly StoredRecord[],
  decided: (count: number) => void,
  part: Part,
): Deciding {
  const chain = () => stored.flatMap(({ text }) => readRecord(text) ?? [])
  return { answer: async () => decideAgain(place, chain(), part, decided), stop: async () => {} }
}

function decidingInThreads(
  place: CommittedPlace,
  stored: readonly StoredRecord[],
  decided: (count: number) => void,
  parts: readonly Part[],
): Deciding {
  const counts = parts.map(() => 0)
  const tell = (index: number, count: number) => {
    counts[index] = count
    decided(counts.reduce((sum, one) => sum + one, 0))
  }
  const threads = parts.map((part, index) => {
    const texts = stored.slice(0, part.to).map(({ text }) => ({ text }))
    return threadFor({ place: valuesOf(place), stored: texts, part }, count => tell(index, count))
  })
  const all = Promise.all(threads.map(({ answer }) => answer)).then(joined)
  // Along a chain that is broken nobody asks for the answer, and a thread may fail on it.
  all.catch(() => {})
  return {
    answer: () => all,
    stop: async () => {
      await Promise.all(threads.map(({ thread }) => thread.terminate()))
    },
  }
}

/** Of a place, which may be a part of something larger, what it says: functions go to no other thread. */
function valuesOf({ environment, evidenceRoot, gitLimitMs, ...place }: CommittedPlace): CommittedPlace {
  const { root, today, actualToday, cacheDirectory, cacheKeyFile, evidence } = place
  return {
    ...{ root, today, actualToday, cacheDirectory, cacheKeyFile, evidence },
    environment: { ...environment },
    ...(evidenceRoot === undefined ? {} : { evidenceRoot }),
    ...(gitLimitMs === undefined ? {} : { gitLimitMs }),
  }
}

interface Thread {
  readonly thread: Worker
  readonly answer: Promise<DecidedRecords>
}

/** The entry lies beside this file, as a source or compiled. */
const entry = new URL(`./decide-thread${extname(import.meta.url)}`, import.meta.url)

function threadFor(given: Given, decided: (count: number) => void): Thread {
  const thread = new Worker(entry, { workerData: given })
  const answer = new Promise<DecidedRecords>((resolve, reject) => {
    thread.on('message', (told: Told) => {
      if (told.kind === 'decided') decided(told.count)
      else if (told.kind === 'done') resolve(told.records)
      else reject(new Refusal(told.finding, told.refusal))
    })
    thread.on('error', reject)
    thread.on('exit', () => reject(new Error('A thread that decides again ended without an answer')))
  })
  return { thread, answer }
}

function joined(parts: readonly DecidedRecords[]): DecidedRecords {
  const tools = Map.groupBy(
    parts.flatMap(({ otherVersions }) => otherVersions),
    ({ tool }) => tool,
  )
  return {
    count: parts.reduce((sum, { count }) => sum + count, 0),
    undecidable: parts.flatMap(({ undecidable }) => undecidable),
    otherVersions: [...tools].map(([tool, some]) => ({
      tool,
      records: some.reduce((sum, { records }) => sum + records, 0),
    })),
    ruledOut: parts.flatMap(({ ruledOut }) => ruledOut),
    findings: parts.flatMap(({ findings }) => findings),
  }
}
