import { hasSucceeded, type StackResult } from '../../lib/deliver/run.ts'
import { schedule } from '../../lib/deliver/schedule.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import type { Recorder } from '../workspace/run-record.ts'
import { cloudFailure } from './cloud-failure.ts'
import type { Session } from './session.ts'

/** Runs stacks in their order and keeps record and progress; @returns the results by name. */
export async function runStacks(
  session: Session,
  recorder: Recorder,
  stacks: readonly DeliveryStack[],
  parallel: number,
  run: (stack: DeliveryStack, results: ReadonlyMap<string, StackResult>) => Promise<StackResult>,
): Promise<ReadonlyMap<string, StackResult>> {
  const results = new Map<string, StackResult>()
  const end = (stack: DeliveryStack, result: StackResult) => {
    results.set(stack.name, result)
    recorder.set(result)
    session.progress.ended(stack, result)
  }
  let thrown: { readonly error: unknown } | undefined
  await schedule(stacks, {
    parallel,
    groupOf: ({ zone }) => zone,
    stopped: () => session.signal.aborted || thrown !== undefined,
    skip: (stack, because) => end(stack, { stack: stack.name, status: 'skipped', because }),
    run: async stack => {
      session.progress.began(stack)
      recorder.set({ stack: stack.name, status: 'running' })
      try {
        const result = await run(stack, results)
        end(stack, result)
        return hasSucceeded(result)
      } catch (error) {
        const failure = cloudFailure(error)
        if (failure !== undefined) {
          end(stack, { stack: stack.name, status: 'failed', failure })
          return false
        }
        // A defect: what runs is let go to its end, so that no state is lost, and nothing more is begun.
        thrown = { error }
        return false
      }
    },
  })
  if (thrown !== undefined) throw thrown.error
  return results
}
