// Stands last among the test files of a worker and keeps it alive: all tests before it have run once, with everything
// loaded, and can be run again by their functions in milliseconds.
import { BroadcastChannel } from 'node:worker_threads'
import { expect, inject, type RunnerTestCase, TestRunner, test } from 'vitest'
import type { Answer, FromWorker, Question, ToWorker } from './messages.ts'
import { known, switchboard } from './registry.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly mutationChannel: string
  }
}

test('answers for mutants until it is told to close', { timeout: 0 }, async () => {
  const tests = await usable(known.slice(0, -1))
  const reached = coverage(tests)
  const channel = new BroadcastChannel(inject('mutationChannel'))
  const say = (message: FromWorker) => channel.postMessage(message)
  await new Promise<void>(close => {
    channel.onmessage = async ({ data }: { readonly data: ToWorker }) => {
      if (data === 'close') return close()
      say(await answer(data, reached.get(data.mutant) ?? []))
    }
    say({ kind: 'ready', tests: tests.map(idOf) })
  })
  channel.close()
})

/** Tests that pass when they are run by their function alone; those that need hooks or snapshots may not. */
async function usable(tests: readonly RunnerTestCase[]): Promise<readonly RunnerTestCase[]> {
  const found: RunnerTestCase[] = []
  for (const candidate of tests) {
    if ((await failureOf(candidate, undefined)) === undefined) found.push(candidate)
  }
  return found
}

/** Which tests reach a mutant, the quickest first. */
function coverage(tests: readonly RunnerTestCase[]): ReadonlyMap<string, readonly RunnerTestCase[]> {
  const reached = new Map<string, RunnerTestCase[]>()
  const quickestFirst = tests.toSorted((a, b) => (a.result?.duration ?? 0) - (b.result?.duration ?? 0))
  for (const candidate of quickestFirst) {
    for (const mutant of Object.keys(switchboard.mutantCoverage?.perTest[candidate.id] ?? {})) {
      reached.set(mutant, [...(reached.get(mutant) ?? []), candidate])
    }
  }
  return reached
}

async function answer(question: Question, tests: readonly RunnerTestCase[]): Promise<Answer> {
  let reached = false
  for (const [index, candidate] of tests.entries()) {
    const failure = await failureOf(candidate, question)
    if (isEndless(question)) return { kind: 'endless' }
    reached ||= (switchboard.hitCount ?? 0) > 0
    if (failure === undefined) continue
    const without = await failureOf(candidate, undefined)
    const again = await failureOf(candidate, question)
    if (without !== undefined || again === undefined) return { kind: 'spoilt' }
    return { kind: 'killed', by: idOf(candidate), message: failure, tests: index + 1 }
  }
  return { kind: 'alive', reached, tests: tests.length }
}

function isEndless({ hitLimit }: Question): boolean {
  return hitLimit !== undefined && (switchboard.hitCount ?? 0) > hitLimit
}

async function failureOf(
  candidate: RunnerTestCase,
  question: Question | undefined,
): Promise<string | undefined> {
  switchboard.hitCount = 0
  switchboard.hitLimit = question?.hitLimit
  switchboard.activeMutant = question?.mutant
  expect.setState({
    currentTestName: candidate.fullTestName,
    testPath: candidate.file.filepath,
    assertionCalls: 0,
  })
  try {
    await TestRunner.getTestFn(candidate)()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    switchboard.activeMutant = undefined
  }
}

function idOf({ file, fullTestName }: RunnerTestCase): string {
  return `${file.name}#${fullTestName.trim()}`
}
