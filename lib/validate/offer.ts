import type { SourceDocument } from '../read/document.ts'
import { isPlainObject, type PlainObject, valueAt } from './json-schema.ts'

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

export interface OfferedJurisdiction extends Named {
  readonly events: readonly Named[]
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
      .toSorted((a, b) => (a.file < b.file ? -1 : 1))
      .map(document => document.value)
  const isWhole = (prefix: string): boolean => !unread.some(file => file.startsWith(prefix))
  const platform = valuesOf('platform')[0]
  return {
    zones: platform === undefined ? undefined : entriesAt(platform, 'zones').map(zone),
    gateways: platform === undefined ? undefined : gateways(platform),
    items: isWhole('catalogue/services/') ? distinct(valuesOf('services').flatMap(items)) : undefined,
    jurisdictions: isWhole('catalogue/jurisdictions/')
      ? distinct(valuesOf('jurisdiction').flatMap(jurisdiction))
      : undefined,
  }
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

function items(services: unknown): readonly OfferedItem[] {
  return listAt(services, 'items').flatMap(item => {
    const id = textAt(item, 'id')
    if (id === undefined) return []
    const measures = [textAt(item, 'unit', 'zh'), textAt(item, 'unit', 'en')].filter(
      text => text !== undefined,
    )
    const name = bilingual(item.name, id)
    return [
      {
        id,
        name: measures[0] === undefined ? name : `${name} · 计量单位：${measures[0]}`,
        measures: [...new Set(measures)],
        zones: textsAt(item, 'zones'),
      },
    ]
  })
}

function jurisdiction(profile: unknown): readonly OfferedJurisdiction[] {
  const id = textAt(profile, 'metadata', 'id')
  if (id === undefined) return []
  const events = entriesAt(profile, 'lifecycle', 'events').map(([event, value]) => ({
    id: event,
    name: textAt(value, 'name') ?? event,
  }))
  return [{ id, name: bilingual(valueAt(profile, ['metadata', 'name']), id), events }]
}

/** An id may stand twice by mistake; a list of allowed values may not. */
function distinct<T extends Named>(named: readonly T[]): readonly T[] {
  return [...new Map(named.toReversed().map(entry => [entry.id, entry])).values()].toReversed()
}
