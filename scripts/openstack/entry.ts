// Entries of the lists that clouds answer with.
import { valueAt } from '../../lib/deliver/json.ts'
import type { FieldTest } from '../../lib/resource-types/index.ts'

/** A field of an entry as text; undefined where it holds neither text nor a number. Nova counts aggregates. */
export function fieldOf(entry: unknown, field: string): string | undefined {
  const value = valueAt(entry, field)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/** The first of some fields that is there. */
export function firstFieldOf(entry: unknown, fields: readonly string[]): string | undefined {
  return fields.map(field => fieldOf(entry, field)).find(value => value !== undefined)
}

export function passes(entry: unknown, test: FieldTest): boolean {
  const value = fieldOf(entry, test.field) ?? ''
  return 'is' in test ? value === test.is : value.startsWith(test.startsWith)
}
