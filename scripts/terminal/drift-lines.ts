import { Mark, type PlanValue } from '../../lib/deliver/plan.ts'
import type { Drift, DriftedValue } from '../../lib/drift/drift.ts'
import type { Seen } from '../../lib/drift/history.ts'
import { dataPathText } from '../../lib/finding/data-path.ts'
import type { Language, Text } from '../../lib/finding/finding.ts'
import { placeText } from '../../lib/finding/place.ts'
import { printable } from '../../lib/finding/printable.ts'
import type { DriftRun } from '../terraform/drift-run.ts'
import { driftClassNames, movedWords } from './drift-words.ts'

/** Alarms first, then the rest, each with what it is, since when, and what to do; last the sum. */
export function driftLines(
  { drifts, zones }: DriftRun,
  { firstSeen, ended }: Seen,
  language: Language,
): readonly string[] {
  const openings = drifts.filter(({ opens }) => opens)
  const others = drifts.filter(({ opens }) => !opens)
  const linesOf = (drift: Drift) => oneDrift(drift, firstSeen.get(drift), language)
  return [
    ...headed(words.openings[language], openings.flatMap(linesOf)),
    ...headed(words.others[language], others.flatMap(linesOf)),
    ...(ended.length === 0 ? [] : [endedLine(ended.length)[language]]),
    sum(openings.length, others.length, zones)[language],
  ]
}

function headed(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines]
}

const words = {
  openings: { zh: '警报：打开了没有授予的访问', en: 'ALARM: something is open that nobody was granted' },
  others: { zh: '不一致', en: 'differs' },
  none: { zh: '（无）', en: '(none)' },
  sensitive: { zh: '（敏感，不显示）', en: '(sensitive)' },
  unknown: { zh: '（交付后可知）', en: '(known after apply)' },
} as const satisfies Readonly<Record<string, Text>>

function oneDrift(
  { class: of, moved, stacks, values, finding }: Drift,
  since: string | undefined,
  language: Language,
): readonly string[] {
  const { zh, en } = movedWords[moved]
  const about = {
    zh: [`${zh}；自 ${since} 起`, ...stacks],
    en: [`${en}; since ${since}`, ...stacks],
  }[language]
  return [
    `  ${driftClassNames[of][language]} ${finding.code} ${printable(placeText(finding))}`,
    `      ${printable(finding.message[language])}`,
    ...values.map(value => `      ${valueLine(value, language)}`),
    `      ${printable(about.join(' '))}`,
    ...(finding.fix === undefined ? [] : [`      → ${printable(finding.fix.message[language])}`]),
  ]
}

function valueLine({ path, wanted, recorded, found }: DriftedValue, language: Language): string {
  const [w, r, f] = [wanted, recorded, found].map(side => valueText(side, language))
  return {
    zh: `${printable(dataPathText(path))}：清单 ${w}，状态 ${r}，云上 ${f}`,
    en: `${printable(dataPathText(path))}: manifest ${w}, state ${r}, cloud ${f}`,
  }[language]
}

const mostCharacters = 80

function valueText(value: PlanValue | undefined, language: Language): string {
  if (value === undefined || value === null) return words.none[language]
  if (value instanceof Mark) return words[value.kind][language]
  const text = JSON.stringify(value)
  return printable(text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text)
}

function endedLine(count: number): Text {
  return {
    zh: `上次所见的 ${count} 处已经一致`,
    en: `of what was seen before, ${count} ${count === 1 ? 'is' : 'are'} as wanted again`,
  }
}

function sum(openings: number, others: number, zones: readonly string[]): Text {
  const looked = { zh: zones.join('、'), en: zones.join(', ') }
  if (openings + others === 0)
    return {
      zh: `分区 ${looked.zh}：清单、状态和云一致`,
      en: `zones ${looked.en}: manifests, states and clouds are of one mind`,
    }
  return {
    zh: `分区 ${looked.zh}：警报 ${openings} 处，其他不一致 ${others} 处`,
    en: `zones ${looked.en}: ${openings} ${openings === 1 ? 'alarm' : 'alarms'}, ${others} other ${others === 1 ? 'difference' : 'differences'}`,
  }
}
