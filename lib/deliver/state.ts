// Terraform's state, format version 4: read where it lies, for starting terraform to print it costs half a second.
import { entryOf, type Kind } from '../resource-types/index.ts'
import { isRecord, listAt, textAt } from './json.ts'

export interface StateResource {
  readonly address: string
  readonly type: string
  readonly attributes: Readonly<Record<string, unknown>>
}

/** The managed resources of a state. Ours have no modules, no `count` and no `for_each`. */
export function resourcesOf(state: unknown): readonly StateResource[] {
  return listAt(state, 'resources').flatMap(entry => {
    const [type, name] = [textAt(entry, 'type'), textAt(entry, 'name')]
    if (type === undefined || name === undefined || textAt(entry, 'mode') !== 'managed') return []
    return listAt(entry, 'instances').flatMap(instance => {
      const attributes = isRecord(instance) ? instance.attributes : undefined
      return isRecord(attributes) ? [{ address: `${type}.${name}`, type, attributes }] : []
    })
  })
}

export function addressesOf(state: unknown): ReadonlySet<string> {
  return new Set(resourcesOf(state).map(({ address }) => address))
}

/** The ids of a state's resources of one kind. */
export function idsOfKind(resources: readonly StateResource[], kind: Kind): readonly string[] {
  return resources
    .filter(({ type, attributes }) => entryOf(type, attributes)?.kind === kind)
    .flatMap(({ attributes }) => textAt(attributes, 'id') ?? [])
}
