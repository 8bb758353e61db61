import type { Drift } from '../../lib/drift/drift.ts'
import type { Seen } from '../../lib/drift/history.ts'
import { sidesText } from '../../lib/drift/sides-text.ts'
import { driftClassNames, headings, movedWords, sumOf } from '../../lib/drift/words.ts'
import type { Language, Text } from '../../lib/finding/finding.ts'
import { placeText } from '../../lib/finding/place.ts'
import { printable } from '../../lib/finding/printable.ts'
import type { DriftRun } from '../terraform/drift-run.ts'

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
    ...headed(headings.openings[language], openings.flatMap(linesOf)),
    ...headed(headings.others[language], others.flatMap(linesOf)),
    ...(ended.length === 0 ? [] : [endedLine(ended.length)[language]]),
    sumOf(drifts, zones)[language],
  ]
}

function headed(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines]
}

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
    ...values.map(value => `      ${printable(sidesText(value)[language])}`),
    `      ${printable(about.join(' '))}`,
    ...(finding.fix === undefined ? [] : [`      → ${printable(finding.fix.message[language])}`]),
  ]
}

function endedLine(count: number): Text {
  return {
    zh: `上次所见的 ${count} 处已经一致`,
    en: `of what was seen before, ${count} ${count === 1 ? 'is' : 'are'} as wanted again`,
  }
}
