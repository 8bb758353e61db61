import { Mark, type PlanValue } from '../deliver/plan.ts'
import { dataPathText } from '../finding/data-path.ts'
import type { Language, Text } from '../finding/finding.ts'
import type { DriftedValue } from './drift.ts'

/** A value on its three sides, in one line. Not made safe to show. */
export function sidesText({ path, wanted, recorded, found }: DriftedValue): Text {
  const sides = (language: Language) => [wanted, recorded, found].map(side => valueText(side)[language])
  const name = dataPathText(path)
  const [zh, en] = [sides('zh'), sides('en')]
  return {
    zh: `${name}：清单 ${zh[0]}，状态 ${zh[1]}，云上 ${zh[2]}`,
    en: `${name}: manifest ${en[0]}, state ${en[1]}, cloud ${en[2]}`,
  }
}

const words = {
  none: { zh: '（无）', en: '(none)' },
  sensitive: { zh: '（敏感，不显示）', en: '(sensitive)' },
  unknown: { zh: '（交付后可知）', en: '(known after apply)' },
} as const satisfies Readonly<Record<string, Text>>

/** What is longer belongs to programs. */
const mostCharacters = 80

function valueText(value: PlanValue | undefined): Text {
  if (value === undefined || value === null) return words.none
  if (value instanceof Mark) return words[value.kind]
  const text = JSON.stringify(value)
  const shown = text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text
  return { zh: shown, en: shown }
}
