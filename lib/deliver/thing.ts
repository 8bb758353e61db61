// Objects in a cloud, as messages and answers name them.
import { printable } from '../finding/printable.ts'
import { entryOf } from '../resource-types/index.ts'
import { textAt } from './json.ts'
import type { StateResource } from './state.ts'

/** One object in a stack's way, or one that the stack was about to lose. */
export interface CloudThing {
  readonly kind: string
  readonly id: string
  readonly name: string
  /** The id of the project or domain that it lies in. */
  readonly owner?: string
  /** The resource that it is, or stands in the way of. */
  readonly address?: string
  /** What else has to be said of it, such as a limit and what is in use. */
  readonly note?: string
}

/** One that a stack's state has. */
export interface StateThing extends CloudThing {
  readonly address: string
}

export function thingOf({ address, type, attributes }: StateResource): StateThing {
  return {
    address,
    kind: entryOf(type, attributes)?.kind ?? type,
    id: textAt(attributes, 'id') ?? '',
    name: textAt(attributes, 'name') ?? '',
  }
}

/** `network wangluo (7f1c…), in 9a2e…: note` */
export function thingLine({ kind, id, name, owner, note }: CloudThing): string {
  const called = name === '' ? '' : ` ${printable(name)}`
  const place = owner === undefined ? '' : `, in ${printable(owner)}`
  return `${kind}${called} (${printable(id)})${place}${note === undefined ? '' : `: ${printable(note)}`}`
}
