import type { StackJob } from './job.ts'

/** Where the texts of unchanged stacks are kept; what is in it was made and proven before. */
export interface SynthesisCache {
  get(job: StackJob): Uint8Array | undefined
  put(job: StackJob, bytes: Uint8Array): void
}
