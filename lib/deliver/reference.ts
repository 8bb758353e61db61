// The references that our stacks hold: one attribute of one resource or data source, and for maps one entry of it.

export interface Reference {
  /** `[data.]<type>.<name>` */
  readonly address: string
  readonly attribute: string
  readonly key?: string
}

const form = /^\$\{((?:data\.)?[a-z0-9_]+\.[A-Za-z0-9_-]+)\.([a-z0-9_]+)(?:\["([a-z0-9-]+)"\])?\}$/

/** Undefined for a plain value. */
export function referenceOf(value: unknown): Reference | undefined {
  const [, address, attribute, key] = typeof value === 'string' ? (form.exec(value) ?? []) : []
  if (address === undefined || attribute === undefined) return undefined
  return { address, attribute, ...(key === undefined ? {} : { key }) }
}
