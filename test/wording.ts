import type { Language, Said } from '../lib/finding/finding.ts'
import type { Model } from '../lib/model/model.ts'
import { apiTerms, platformEventTerms } from '../lib/term/index.ts'
import { baseSchema } from '../lib/validate/base-schemas.ts'

/** What a message may not show raw: ids that have a term in that language. */
export type KnownIds = Readonly<Record<Language, ReadonlySet<string>>>

/** Every id that a model and the schemas know. In English the address of a system or unit is its name. */
export function knownIdsOf({ catalogue, systems, units }: Model): KnownIds {
  const profiles = [...catalogue.jurisdictions.values()].map(({ value }) => value)
  const zones = Object.entries(catalogue.platform.value.zones)
  const terms = [
    ...profiles.flatMap(({ lifecycle, roles, deadlines = [], decisions = [], articles = [] }) => [
      ...Object.keys(lifecycle.events),
      ...Object.keys(lifecycle.states),
      ...Object.keys(roles),
      ...[...deadlines, ...decisions, ...articles].map(({ id }) => id),
    ]),
    ...zones.flatMap(([zone, { pools }]) => [zone, ...Object.keys(pools)]),
    ...catalogue.items.keys(),
    ...Object.keys(apiTerms),
    ...Object.keys(platformEventTerms),
    ...['unit', 'system', 'condition', 'requirement', 'platform'].flatMap(name => slugsIn(baseSchema(name))),
  ]
  const addresses = [...systems, ...units].map(({ address }) => address)
  return { zh: new Set([...terms, ...addresses]), en: new Set(terms.filter(term => /[-.]/.test(term))) }
}

/** The words that lists of a schema are closed to, as far as they are ids. */
function slugsIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const own = 'enum' in schema && Array.isArray(schema.enum) ? schema.enum : []
  return [
    ...own.filter((one): one is string => typeof one === 'string' && /^[a-z]+(?:-[a-z0-9]+)+$/.test(one)),
    ...Object.values(schema).flatMap(slugsIn),
  ]
}

/** What a text shows and should not: ids outside of brackets and quotation, and in English Chinese outside of titles. */
export function rawIn(text: string, language: Language, known: KnownIds): readonly string[] {
  const open = withoutMarked(text)
  // Neither an option (`--live`) nor a folder (`catalogue/`) is an id.
  const words = open.match(/(?<![\w-])[A-Za-z][A-Za-z0-9./_-]*/g) ?? []
  const ids = words.map(word => word.replace(/[._-]+$/, '')).filter(word => known[language].has(word))
  const foreign = language === 'en' ? (open.match(/\p{Script=Han}+/gu) ?? []) : []
  return [...ids, ...foreign]
}

/** Without what stands in brackets, quotation, titles or code marks, and without what is to be typed. */
function withoutMarked(text: string): string {
  const marked = /（[^（）]*）|\([^()]*\)|“[^”]*”|《[^》]*》|`[^`]*`/g
  const typed = /(?:改为 |write |^新建 |create )\S+|tenantry [\x20-\x7e]+/g
  const bare = text.replaceAll(typed, '').replaceAll(marked, '')
  return bare === text ? text : withoutMarked(bare)
}

/** The same of every text within a value, each with where it stands. What is given as an example is to be typed. */
export function rawWithin(value: unknown, known: KnownIds, path: string): readonly string[] {
  if (typeof value === 'string' && /\.(?:zh|en)$/.test(path)) {
    const language = path.endsWith('.zh') ? 'zh' : 'en'
    return rawIn(withoutExamples(value), language, known).map(id => `${path}: ${id} in “${value}”`)
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => rawWithin(inner, known, `${path}.${key}`))
}

function withoutExamples(text: string): string {
  return text.replaceAll(/如 [\x20-\x7e]+(?:、[\x20-\x7e]+)*|such as \S+/g, '')
}

/** The same of everything that a finding says. */
export function rawInFinding({ code, message, related, fix }: Said, known: KnownIds): readonly string[] {
  const texts = [message, ...related.map(one => one.message), ...(fix === undefined ? [] : [fix.message])]
  return texts.flatMap(text =>
    (['zh', 'en'] as const).flatMap(language =>
      rawIn(text[language], language, known).map(id => `${code}: ${id} in “${text[language]}”`),
    ),
  )
}
