// What runs in a thread of the pool.
import { Tinypool } from 'tinypool'
import type { StackJob } from './job.ts'
import { packed } from './synthesis-batch.ts'
import { synthesiseStack } from './synthesise-stack.ts'

// The library looks for settings in the environment at every part, and each look is a call out of JavaScript. This one
// setting spares the trace that it would keep of where each part was made: a third of the whole time.
process.env = { CDKTN_DISABLE_CREATION_STACK: '1' }

export default function run(jobs: readonly StackJob[]): unknown {
  return Tinypool.move(packed(jobs.map(synthesiseStack)))
}
