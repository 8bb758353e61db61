import { distance } from 'fastest-levenshtein'
import type { JsonObject } from '../json-schema.ts'

/** A value that may stand, with the Chinese term that the schema gives for it. */
export interface Labelled {
  readonly value: string
  readonly label?: string
}

export function labelledOf(values: readonly string[], schema: JsonObject | undefined): readonly Labelled[] {
  const texts = (list: unknown): readonly unknown[] => (Array.isArray(list) ? list : [])
  const [named, labels] = [texts(schema?.enum), texts(schema?.enumDescriptions)]
  return values.map(value => {
    const label = labels[named.indexOf(value)]
    return typeof label === 'string' && term(label) !== value ? { value, label: term(label) } : { value }
  })
}

/** What comes before the dot: the English name, the unit and the fee are for editors. */
function term(label: string): string {
  return label.split('·', 1).join().trim()
}

/** The value whose term somebody has written in its place, whatever blanks and widths there are. */
export function byLabel(word: string, choices: readonly Labelled[]): string | undefined {
  const meant = choices.filter(({ value, label }) =>
    [value, label].some(text => text !== undefined && folded(text) === folded(word)),
  )
  return meant.length === 1 ? meant[0]?.value : undefined
}

function folded(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase()
}

/** Those that share most with what was written, best first; none that shares nothing. */
export function likest(word: string, choices: readonly Labelled[]): readonly Labelled[] {
  const wanted = pairs(folded(word))
  return choices
    .map(choice => ({ choice, shared: Math.max(...textsOf(choice).map(text => likeness(wanted, text))) }))
    .filter(({ shared }) => shared > 0.5)
    .sort((a, b) => b.shared - a.shared || far(word, a.choice) - far(word, b.choice))
    .map(({ choice }) => choice)
}

function textsOf({ value, label }: Labelled): readonly string[] {
  return label === undefined ? [value] : [value, label]
}

function far(word: string, choice: Labelled): number {
  return Math.min(...textsOf(choice).map(text => distance(folded(word), folded(text))))
}

/** How much of what was written is there, from 0 to 1. */
function likeness(wanted: ReadonlySet<string>, text: string): number {
  const there = pairs(folded(text))
  return wanted.size === 0 ? 0 : wanted.intersection(there).size / wanted.size
}

function pairs(text: string): ReadonlySet<string> {
  return new Set(
    [...text]
      .slice(0, 200)
      .map((character, index, all) => character + (all[index + 1] ?? ''))
      .slice(0, -1),
  )
}

/** `new（新建）、migrated（已建（存量）迁移）`. */
export function listedZh(choices: readonly Labelled[]): string {
  return choices.map(({ value, label }) => (label === undefined ? value : `${value}（${label}）`)).join('、')
}

export function listedEn(choices: readonly Labelled[]): string {
  return choices.map(({ value }) => value).join(', ')
}
