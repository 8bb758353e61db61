// Entries of the lists that clouds answer with.
import { listAt, textAt, valueAt } from '../../lib/deliver/json.ts'
import type { FieldTest, NamePart, Query } from '../../lib/resource-types/index.ts'

/** A field of an entry as text; undefined where it holds neither text nor a number. Nova counts aggregates. */
export function fieldOf(entry: unknown, field: string): string | undefined {
  const value = valueAt(entry, field)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/** The first of some fields that is there. */
export function firstFieldOf(entry: unknown, fields: readonly string[]): string | undefined {
  return fields.map(field => fieldOf(entry, field)).find(value => value !== undefined)
}

/** Whether an entry answers a query: a service that does not know a parameter leaves it out, and sends others as well. */
export function isAnswer(entry: unknown, query: Query): boolean {
  return Object.entries(query).every(([field, value]) => {
    const list = listAt(entry, field)
    return list.length > 0 && list.every(item => typeof item === 'string')
      ? list.includes(value)
      : (fieldOf(entry, field) ?? value) === value
  })
}

export function passes(entry: unknown, test: FieldTest): boolean {
  const value = fieldOf(entry, test.field) ?? ''
  return 'is' in test ? value === test.is : value.startsWith(test.startsWith)
}

/** Whether all of these fields are so; one that is null or missing is an empty text. */
export function isSo(entry: unknown, fields: Readonly<Record<string, string>>): boolean {
  return Object.entries(fields).every(([field, value]) => (fieldOf(entry, field) ?? '') === value)
}

/** What stands in for a name, its parts joined by spaces. */
export function nameOf(entry: unknown, parts: readonly NamePart[]): string {
  return parts.flatMap(part => namePartOf(entry, part) ?? []).join(' ')
}

function namePartOf(entry: unknown, part: NamePart): string | undefined {
  if ('first' in part) return part.first.map(field => textAt(entry, field)).find(text => text !== undefined)
  const range = [valueAt(entry, part.from), valueAt(entry, part.to)]
  return range.every(value => typeof value === 'number') ? range.join('-') : undefined
}
