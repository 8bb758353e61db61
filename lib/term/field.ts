import type { Text } from '../finding/finding.ts'
import { baseSchema } from '../validate/base-schemas.ts'
import { labelAt } from '../validate/schema-at.ts'

/** A field of a manifest, such as `contacts.audit` or `unit.contacts.emergency`: its name, and the key to be written. */
export function fieldTerm(field: string): Text {
  const ofUnit = field.startsWith('unit.')
  const key = ofUnit ? field.slice('unit.'.length) : field
  const label = labelAt(baseSchema(ofUnit ? 'unit' : 'system'), key.split('.'))
  return { zh: label === undefined ? `“${key}”` : `${label}（${key}）`, en: `\`${key}\`` }
}
