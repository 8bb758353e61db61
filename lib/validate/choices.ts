import type { DataPath } from '../finding/finding.ts'
import type { JsonSchema } from './json-schema.ts'
import { labelledOf } from './mistakes/labels.ts'
import { resolved, schemaAt } from './schema-at.ts'

/** What may stand at a place that is closed to a list, with the words for each. Empty where it is open. */
export function choicesAt(
  root: JsonSchema | undefined,
  path: DataPath,
): readonly { readonly value: string; readonly label: string }[] {
  if (root === undefined) return []
  const schema = resolved(root, schemaAt(root, path))
  const values = Array.isArray(schema?.enum) ? schema.enum.map(String) : []
  return labelledOf(values, schema).map(({ value, label }) => ({ value, label: label ?? value }))
}

/** Whether the value at a place is a text: `100` in an answer is then no number. */
export function isTextAt(root: JsonSchema | undefined, path: DataPath): boolean {
  const schema = root === undefined ? undefined : resolved(root, schemaAt(root, path))
  return schema?.type === 'string' || schema?.pattern !== undefined
}
