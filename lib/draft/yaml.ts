import { Document, isCollection } from 'yaml'
import { isRecord } from '../model/record.ts'

/** A value on one line, as it stands behind `key: `: maps and lists in brackets. */
export function inline(value: unknown): string {
  const document = new Document(value)
  if (isCollection(document.contents)) document.contents.flow = true
  return document
    .toString({ lineWidth: 0, flowCollectionPadding: true })
    .trim()
    .replaceAll(/\[ (.*?) \]/g, '[$1]')
}

export function entry(key: string, value: unknown, indent = 0): string {
  return `${' '.repeat(indent)}${key}: ${inline(value)}`
}

/** Chinese words of explanation, each line of its own. */
export function comment(text: string, indent = 0): string {
  return text
    .split('\n')
    .map(line => `${' '.repeat(indent)}# ${line}`)
    .join('\n')
}

/** Facts by dotted names as nested maps: `project.period.from`. */
export function nested(facts: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const whole: Record<string, unknown> = {}
  for (const [name, value] of facts) {
    const keys = name.split('.')
    const last = keys.pop() ?? ''
    let map = whole
    for (const key of keys) {
      const inner = map[key]
      const next: Record<string, unknown> = isRecord(inner) ? inner : {}
      map[key] = next
      map = next
    }
    map[last] = value
  }
  return whole
}
