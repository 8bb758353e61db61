// What the states have, by id and by address: looked up for each drift, of which a bad night brings thousands.
import type { StateResource } from '../deliver/state.ts'
import type { Looked, RecordedStack } from './looked.ts'

interface RecordIndex {
  readonly ownerOf: (id: string) => RecordedStack | undefined
  readonly resourceAt: (stack: string, address: string) => StateResource | undefined
}

const made = new WeakMap<Looked['recorded'], RecordIndex>()

export function recordIndexOf({ recorded }: Pick<Looked, 'recorded'>): RecordIndex {
  const index = made.get(recorded) ?? indexOf(recorded)
  made.set(recorded, index)
  return index
}

function indexOf(recorded: Looked['recorded']): RecordIndex {
  const owners = new Map(
    recorded.flatMap(stack => stack.resources.map(({ attributes }) => [attributes.id, stack] as const)),
  )
  const resources = new Map(
    recorded.flatMap(({ stack, resources: held }) =>
      held.map(resource => [`${stack} ${resource.address}`, resource] as const),
    ),
  )
  return {
    ownerOf: id => owners.get(id),
    resourceAt: (stack, address) => resources.get(`${stack} ${address}`),
  }
}
