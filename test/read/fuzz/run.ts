// npm run fuzz:yaml -- --documents 1000000 --seed 1 [--from 0]: whether the readers of YAML agree.
// A document depends on its seed and number alone: a run that was broken off goes on with --from.
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import type { Sample, Stretch } from './sample.ts'
import { sample } from './sample.ts'

const stretchLength = 5000
/** More of them hardly say more. */
const mostFailures = 50

if (isMainThread) await main()
else parentPort?.on('message', (stretch: Stretch) => parentPort?.postMessage(sample(stretch)))

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      documents: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
    },
  })
  const [documents, seed, from] = [values.documents, values.seed, values.from].map(whole)
  if (documents === undefined || seed === undefined || from === undefined)
    throw new TypeError('--documents, --seed and --from take whole numbers')
  process.exitCode = (await run({ seed, from, to: from + documents })) ? 0 : 1
}

function whole(text: string): number | undefined {
  return /^[0-9]{1,9}$/.test(text) ? Number(text) : undefined
}

async function run({ seed, from, to }: Stretch): Promise<boolean> {
  const start = performance.now()
  let next = from
  let [done, fast, full, failures] = [0, 0, 0, 0]
  const take = (): Stretch | undefined => {
    if (next >= to || failures >= mostFailures) return undefined
    const stretch = { seed, from: next, to: Math.min(to, next + stretchLength) }
    next = stretch.to
    return stretch
  }
  const tell = (stretch: Stretch, result: Sample): void => {
    done += stretch.to - stretch.from
    fast += result.fast
    full += result.full
    failures += result.failures.length
    for (const failure of result.failures) process.stdout.write(`${JSON.stringify(failure)}\n`)
    const seconds = ((performance.now() - start) / 1000).toFixed(0)
    process.stderr.write(
      `seed ${seed}, ${from}-${next}: ${done} documents, ${full} taken by the full reader, ${fast} by the fast one, ${failures} differences, ${seconds} s\n`,
    )
  }
  await Promise.all(Array.from({ length: availableParallelism() }, () => work(take, tell)))
  return failures === 0
}

/** One thread, which takes stretch after stretch. */
function work(
  take: () => Stretch | undefined,
  tell: (stretch: Stretch, result: Sample) => void,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const worker = new Worker(new URL(import.meta.url))
  let current = take()
  const go = (): void => {
    if (current === undefined) worker.terminate().then(() => resolve(), reject)
    else worker.postMessage(current)
  }
  worker.on('error', reject)
  worker.on('message', (result: Sample) => {
    if (current !== undefined) tell(current, result)
    current = take()
    go()
  })
  go()
  return promise
}
