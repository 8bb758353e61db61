import type { DXT } from 'docxtemplater'

/** A placeholder as it stands in a document. */
export interface Tag {
  readonly name: string
  /** What the library takes it for: `loop`, `rawxml`; empty for a plain one. */
  readonly kind: string
  /** What stands between a list's opening and its end. */
  readonly inner: readonly Tag[]
}

/** Looks on while a document is taken apart; the library tells its modules what it has found, part by part. */
export function tagCollector(): { readonly module: DXT.Module; readonly tags: () => readonly Tag[] } {
  const found: Tag[] = []
  const module = {
    name: 'TagCollector',
    set: (options: unknown): void => {
      const inspect = memberOf(options, 'inspect')
      found.push(...tagsIn(memberOf(inspect, 'postparsed')))
    },
  }
  return { module, tags: () => found }
}

function tagsIn(parts: unknown): readonly Tag[] {
  if (!Array.isArray(parts)) return []
  return parts
    .filter(part => memberOf(part, 'type') === 'placeholder')
    .map(part => ({
      name: textOf(memberOf(part, 'value')),
      kind: textOf(memberOf(part, 'module')),
      inner: tagsIn(memberOf(part, 'subparsed')),
    }))
}

/** A member of what the library gives without a type. */
export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
