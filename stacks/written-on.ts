import type { DeliveryStack } from '../lib/deliver/stack.ts'
import { outlineOf } from '../lib/desired-state/index.ts'
import { unitAddressOf } from '../lib/model/address.ts'
import type { Model } from '../lib/model/model.ts'
import { jobsOf } from './job.ts'
import { synthesiseStack } from './synthesise-stack.ts'

/**
 * A stack's configuration as the repository asked for it on a day, made from the files as they are. Rules between systems
 * are left out: only the stack's own systems are looked at.
 * @returns undefined where no such stack was asked for.
 */
export function writtenOn(model: Model, stack: DeliveryStack, day: string): unknown {
  const job = jobsOf(outlineOf({ ...model, asOf: day, systemByAddress: ownSystems(model, stack) })).find(
    ({ name }) => name === stack.name,
  )
  return job === undefined ? undefined : JSON.parse(Buffer.from(synthesiseStack(job).bytes).toString())
}

function ownSystems({ systemByAddress }: Model, { kind, address = '' }: DeliveryStack) {
  if (kind === 'platform') return new Map<never, never>()
  const own = [...systemByAddress].filter(([key, system]) =>
    kind === 'system' ? key === address : unitAddressOf(system) === address,
  )
  return new Map(own)
}
