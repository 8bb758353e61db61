import type { PartsView, PlacedPart } from './stack-view.ts'

/** A text that Terraform would evaluate rather than take as it is. */
const template = /[$%]\{/

/** The one form of reference that the tool makes: an attribute, or one entry of a map, of a part of the same stack. */
const reference =
  /^\$\{((?:data\.)?openstack_[a-z0-9_]+\.[a-z][a-z0-9_-]*)\.([a-z][a-z0-9_]*)(?:\["[a-z0-9-]+"\])?\}$/

export function isTemplate(text: string): boolean {
  return template.test(text)
}

export interface Reference {
  /** `[data.]<type>.<name>` */
  readonly address: string
  readonly attribute: string
}

/** @returns nothing for what is no reference in the one allowed form. */
export function referenceIn(value: unknown): Reference | undefined {
  const [, address, attribute] = (typeof value === 'string' && reference.exec(value)) || []
  return address === undefined || attribute === undefined ? undefined : { address, attribute }
}

/** The part whose own id a value is, followed through references that pass an id on (`….project_id` of a quota). */
export function identified(stack: PartsView, value: unknown): PlacedPart | undefined {
  const seen = new Set<string>()
  for (let found = referenceIn(value); found !== undefined; ) {
    const part = stack.byAddress.get(found.address)
    if (part === undefined || found.attribute === 'id' || seen.has(found.address)) return part
    seen.add(found.address)
    found = referenceIn(part.attributes[found.attribute])
  }
  return undefined
}
