import { canonicalJson } from '../lib/desired-state/index.ts'
import type { Finding } from '../lib/finding/finding.ts'
import { proveStack } from '../lib/stack-policy/index.ts'
import { appInMemory } from './app.ts'
import { assemble } from './assemble.ts'
import { type StackJob, stackOf } from './job.ts'

export interface SynthesisedStack {
  readonly name: string
  /** Terraform's JSON configuration in UTF-8: sorted keys, two spaces, a line feed at the end. */
  readonly bytes: Uint8Array
  /** Why it must not be written; empty as long as tool and catalogue are sound. */
  readonly findings: readonly Finding[]
}

/**
 * From record to text. Every stack gets an app of its own, so that nothing of one is left when the next is made: memory
 * does not grow with their number, and no stack can depend on which were made before it.
 */
export function synthesiseStack(job: StackJob): SynthesisedStack {
  const stack = assemble(stackOf(appInMemory(), job))
  const findings = proveStack({ ...stack, facesInternet: job.zone.facesInternet })
  const bytes = Buffer.from(`${canonicalJson(stack.configuration, 2)}\n`)
  return { name: stack.name, bytes, findings }
}
