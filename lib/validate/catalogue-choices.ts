import type { FeeStandard } from '../../generated/types/service.ts'
import { lazily } from '../model/lazily.ts'
import { feeInWords } from '../money/words.ts'
import type { SourceDocument } from '../read/document.ts'
import type { VocabularyName, Word } from '../vocabulary/index.ts'
import { bundle, pruned } from './bundle.ts'
import { validatorOf } from './compile.ts'
import { isPlainObject, type PlainObject, valueAt } from './json-schema.ts'
import { declaredIn } from './keywords.ts'
import { orderInWords } from './order-choices.ts'

/** An id with the words that an editor shows beside it. */
export interface Named {
  readonly id: string
  readonly name: string
}

export interface OfferedItem extends Named {
  readonly measures: readonly string[]
  readonly zones: readonly string[]
}

export interface OfferedZone extends Named {
  readonly pools: readonly Named[]
}

/** What a regulation wants to know beside what all want. */
export interface OfferedFact extends Named {
  readonly of: 'system' | 'unit'
  /** `text`, `number`, `boolean`, `date` or `choice`; anything else where it is misspelt. */
  readonly type: string
  readonly unit?: string
  readonly choices: readonly Named[]
}

export interface OfferedJurisdiction extends Named {
  /** In the order of the profile, which is that of a case. */
  readonly events: readonly Named[]
  /** The kinds of paper that it names. */
  readonly papers: readonly string[]
  /** The words of its own, by vocabulary. */
  readonly words: Readonly<Record<VocabularyName, readonly Word[]>>
  readonly facts: readonly OfferedFact[]
}

/**
 * What the catalogue offers to a manifest. A list is undefined where part of it could not be read: what is not known
 * cannot be refused, and one broken catalogue file must not put a finding into every manifest.
 */
export interface Offer {
  readonly zones: readonly OfferedZone[] | undefined
  readonly gateways: readonly Named[] | undefined
  readonly items: readonly OfferedItem[] | undefined
  readonly jurisdictions: readonly OfferedJurisdiction[] | undefined
}

/**
 * Reads the offer from the catalogue as it is: documents with findings count too, so that a mistake in one place of a
 * catalogue file does not take everything else in it from the manifests.
 * @param unread files of the catalogue that are there and are not among the documents
 */
export function offerOf(documents: readonly SourceDocument[], unread: readonly string[] = []): Offer {
  const valuesOf = (kind: SourceDocument['kind']): readonly unknown[] =>
    documents
      .filter(document => document.kind === kind)
      .toSorted(byFile)
      .map(document => document.value)
  const isWhole = (prefix: string): boolean => !unread.some(file => file.startsWith(prefix))
  const platform = valuesOf('platform')[0]
  const zones = platform === undefined ? undefined : entriesAt(platform, 'zones').map(zone)
  const services = valuesOf('services')
  const told = { prices: ownPricesOf(valuesOf('prices')), names: itemNames(services) }
  const profiles = documents.filter(({ kind }) => kind === 'jurisdiction')
  return {
    zones,
    gateways: platform === undefined ? undefined : gateways(platform),
    items:
      isWhole('catalogue/services/') && services.every(hasNamedItems)
        ? distinct(services.flatMap(value => items(value, zones ?? [], told)))
        : undefined,
    jurisdictions: isWhole('catalogue/jurisdictions/')
      ? distinct(profiles.toSorted(byFile).map(jurisdiction))
      : undefined,
  }
}

function byFile(a: SourceDocument, b: SourceDocument): number {
  return a.file < b.file ? -1 : 1
}

function textAt(value: unknown, ...path: (string | number)[]): string | undefined {
  const text = valueAt(value, path)
  return typeof text === 'string' ? text : undefined
}

function entriesAt(value: unknown, ...path: string[]): [string, unknown][] {
  const map = valueAt(value, path)
  return isPlainObject(map) ? Object.entries(map) : []
}

function listAt(value: unknown, ...path: string[]): readonly PlainObject[] {
  const list = valueAt(value, path)
  return Array.isArray(list) ? list.filter(isPlainObject) : []
}

function textsAt(value: unknown, ...path: string[]): readonly string[] {
  const list = valueAt(value, path)
  return Array.isArray(list) ? list.filter(entry => typeof entry === 'string') : []
}

/** `通用型云主机 4核8G · General server …`: what comes before the dot is the name in messages. */
function bilingual(value: unknown, id: string): string {
  const zh = textAt(value, 'zh')
  const en = textAt(value, 'en')
  return zh === undefined ? id : en === undefined ? zh : `${zh} · ${en}`
}

function zone([id, value]: [string, unknown]): OfferedZone {
  const pools = entriesAt(value, 'pools').map(([pool, value]) => ({
    id: pool,
    name: bilingual(valueAt(value, ['name']), pool),
  }))
  return { id, name: bilingual(valueAt(value, ['name']), id), pools }
}

function gateways(platform: unknown): readonly Named[] {
  return distinct(
    listAt(platform, 'gateways').flatMap(gateway => {
      const id = textAt(gateway, 'id')
      return id === undefined ? [] : [{ id, name: textAt(gateway, 'name') ?? id }]
    }),
  )
}

/** An item whose id is misspelt is still offered, only nobody knows under which name. */
function hasNamedItems(services: unknown): boolean {
  const list = valueAt(services, ['items'])
  return Array.isArray(list) && list.every(item => textAt(item, 'id') !== undefined)
}

/** An item that names no zone, or one that does not exist, has a finding of its own; it may be meant for any. */
function zonesOf(item: unknown, zones: readonly OfferedZone[]): readonly string[] {
  const known = zones.map(({ id }) => id)
  const named = textsAt(item, 'zones')
  return named.length > 0 && named.every(zone => known.includes(zone)) ? named : known
}

/** What is told beside an item and stands elsewhere. */
interface Told {
  readonly prices: OwnPrices
  /** The Chinese names of all items. */
  readonly names: ReadonlyMap<string, string>
}

function itemNames(services: readonly unknown[]): Told['names'] {
  const all = services.flatMap(value => listAt(value, 'items'))
  return new Map(all.map(item => [textAt(item, 'id') ?? '', textAt(item, 'name', 'zh') ?? '']))
}

function items(services: unknown, zones: readonly OfferedZone[], told: Told): readonly OfferedItem[] {
  return listAt(services, 'items').flatMap(item => {
    const id = textAt(item, 'id')
    if (id === undefined) return []
    const measures = [textAt(item, 'unit', 'zh'), textAt(item, 'unit', 'en')].filter(
      text => text !== undefined,
    )
    const parts = [
      bilingual(item.name, id),
      ...(measures[0] === undefined ? [] : [`计量单位：${measures[0]}`]),
      ...feeOf(item),
      ...(told.prices.get(id) ?? []),
      ...orderInWords(listAt(item, 'versions').at(-1)?.order, other => told.names.get(other) || other),
    ]
    return [
      {
        id,
        name: parts.join(' · '),
        measures: [...new Set(measures)],
        zones: zonesOf(item, zones),
      },
    ]
  })
}

/** What the last version costs, where it fits its schema. An editor knows no day. */
function feeOf(item: unknown): readonly string[] {
  const fee = listAt(item, 'versions').at(-1)?.fee
  return isFeeStandard(fee) ? [`费用：${feeInWords(fee).zh}`] : []
}

/** By item, what jurisdictions have set for themselves. */
type OwnPrices = ReadonlyMap<string, readonly string[]>

function ownPricesOf(lists: readonly unknown[]): OwnPrices {
  const rows = lists.flatMap(list => listAt(list, 'prices').map(row => ({ list, row })))
  const words = rows.flatMap(({ list, row }) => {
    const [item, jurisdiction] = [textAt(row, 'item'), textAt(list, 'jurisdiction')]
    const [fee] = feeOf(row)
    return item === undefined || jurisdiction === undefined || fee === undefined
      ? []
      : [{ item, text: `${jurisdiction} ${fee}` }]
  })
  return new Map(
    [...Map.groupBy(words, ({ item }) => item)].map(([id, all]) => [id, all.map(({ text }) => text)]),
  )
}

const feeSchema = lazily(() => {
  const { $defs = {} } = bundle('service')
  return pruned({ $ref: '#/$defs/fee', $defs })
})

function isFeeStandard(value: unknown): value is FeeStandard {
  return validatorOf(feeSchema())(value)
}

/** By the id it gives itself; without one, by its file's name, which must be the same. */
function jurisdiction({ file, value: profile }: SourceDocument): OfferedJurisdiction {
  const id = textAt(profile, 'metadata', 'id') ?? file.replace(/^.*\/|\.yaml$/g, '')
  const events = [profile, ...listAt(profile, 'decisions')]
    .flatMap(part => entriesAt(part, 'lifecycle', 'events'))
    .map(([event, value]) => ({ id: event, name: textAt(value, 'name') ?? event }))
  const papers = [profile, ...listAt(profile, 'decisions')].flatMap(papersOf)
  const name = bilingual(valueAt(profile, ['metadata', 'name']), id)
  return {
    id,
    name,
    events: distinct(events),
    papers: [...new Set(papers)],
    words: ownWords(profile),
    facts: factsIn(profile),
  }
}

function ownWords(profile: unknown): OfferedJurisdiction['words'] {
  const of = (name: VocabularyName) => declaredIn(profile, name)
  return {
    categories: of('categories'),
    purposes: of('purposes'),
    uses: of('uses'),
    origins: of('origins'),
    loads: of('loads'),
    marks: of('marks'),
    approvals: of('approvals'),
    abilities: of('abilities'),
    assessments: of('assessments'),
  }
}

/** The facts that a profile defines; whatever of it is sound. */
function factsIn(profile: unknown): readonly OfferedFact[] {
  return entriesAt(profile, 'facts').map(([id, fact]) => {
    const unit = textAt(fact, 'unit')
    return {
      id,
      name: textAt(fact, 'name') ?? id,
      of: textAt(fact, 'of') === 'unit' ? 'unit' : 'system',
      type: textAt(fact, 'type') ?? '',
      ...(unit === undefined ? {} : { unit }),
      choices: entriesAt(fact, 'choices').map(([choice, name]) => ({ id: choice, name: String(name) })),
    }
  })
}

function papersOf(part: unknown): readonly string[] {
  const required = listAt(part, 'requirements')
  return [
    ...required.flatMap(one => [...textsAt(one, 'papers'), ...textsAt(one, 'anyPaper')]),
    ...textsAt(part, 'otherPapers'),
  ]
}

/** An id may stand twice by mistake; a list of allowed values may not. */
function distinct<T extends Named>(named: readonly T[]): readonly T[] {
  return [...new Map(named.toReversed().map(entry => [entry.id, entry])).values()].toReversed()
}
