import type { DataPath, Text } from '../finding/finding.ts'
import { baseSchema } from '../validate/base-schemas.ts'
import { labelAt } from '../validate/schema-at.ts'

/** A field of a manifest, such as `contacts.audit` or `unit.contacts.emergency`: its name, and the key to be written. */
export function fieldTerm(field: string): Text {
  const ofUnit = field.startsWith('unit.')
  const key = ofUnit ? field.slice('unit.'.length) : field
  return fieldTermIn(ofUnit ? 'unit' : 'system', key.split('.'), key)
}

/**
 * The same of a field of any document.
 *
 * @param schema the name of its schema, such as `platform`
 * @param key as it is shown
 */
export function fieldTermIn(schema: string, path: DataPath, key: string): Text {
  const label = labelAt(baseSchema(schema), path)
  return { zh: label === undefined ? `“${key}”` : `${label}（${key}）`, en: `\`${key}\`` }
}
