// What runs in a thread of the pool.
import { Tinypool } from 'tinypool'
import type { StackJob } from './job.ts'
import { packed } from './synthesis-batch.ts'
import { synthesiseStack } from './synthesise-stack.ts'

// The library looks for settings in the environment at every stack, and each look is a call out of JavaScript.
process.env = {}

export default function run(jobs: readonly StackJob[]): unknown {
  return Tinypool.move(packed(jobs.map(synthesiseStack)))
}
