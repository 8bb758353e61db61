import type { DataPath } from '../finding/finding.ts'
import type { JsonSchema } from './json-schema.ts'
import { resolved, schemaAt } from './schema-at.ts'

/** Whether the value at a place is a text: `100` in an answer is then no number. */
export function isTextAt(root: JsonSchema | undefined, path: DataPath): boolean {
  const schema = root === undefined ? undefined : resolved(root, schemaAt(root, path))
  return schema?.type === 'string' || schema?.pattern !== undefined
}
