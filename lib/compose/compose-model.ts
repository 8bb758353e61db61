import type { Finding } from '../finding/finding.ts'
import type { Catalogue, CatalogueItem, Model, Sourced, Surroundings, System, Unit } from '../model/model.ts'
import { profileWithDecisions } from '../profile/decisions.ts'
import type { DocumentKind } from '../read/document.ts'
import { isKind, type Manifests, type ValidDocument, type ValidDocumentOf } from '../validate/index.ts'
import { pathFindings } from './paths.ts'

export interface Composed {
  /** Absent without a sound platform file: nothing can be said about zones then. */
  readonly model: Model | undefined
  readonly findings: readonly Finding[]
}

export interface Days {
  /** The day that is looked at, `YYYY-MM-DD`. */
  readonly asOf: string
  /** The real day, where the past is looked at. */
  readonly today: string
}

/**
 * The whole repository as one value, on a day (`YYYY-MM-DD`). The documents have passed their schemas; a document whose
 * metadata contradict its path gets a finding (TY21xx), and goes by its metadata.
 */
export function composeModel(documents: readonly ValidDocument[], asOf: string, today = asOf): Composed {
  const findings = documents.flatMap(pathFindings)
  const around = composeSurroundings(documents, { asOf, today })
  const systems = inOrder(documents, 'system').map(document => composeSystem(document))
  return { model: around && withSystems(around, systems), findings }
}

/** A model without its systems: all that there is around each of them. */
export type Around = Surroundings & Pick<Model, 'units'>

/** What the catalogue and the units say; undefined without a sound platform file. */
export function composeSurroundings(
  documents: readonly ValidDocument[],
  { asOf, today }: Days,
): Around | undefined {
  const catalogue = catalogueOf(documents, asOf)
  if (catalogue === undefined) return undefined
  const units = of(documents, 'unit').map(
    (unit): Unit => ({ ...unit, address: `${unit.value.metadata.jurisdiction}/${unit.value.metadata.id}` }),
  )
  return {
    asOf,
    today: today > asOf ? today : asOf,
    catalogue,
    units,
    unitByAddress: firstBy(units, unit => unit.address),
  }
}

/** @param systems in the order of their files */
export function withSystems(around: Around, systems: readonly System[]): Model {
  return { ...around, systems, systemByAddress: firstBy(systems, system => system.address) }
}

/**
 * The value stays where it is: a system that nobody looks into is not even parsed.
 *
 * @param address where it is known without a look into the manifest
 */
export function composeSystem(
  document: ValidDocumentOf<'system'>,
  address: string = addressByMetadata(document),
): System {
  return {
    document,
    path: [],
    address,
    get value() {
      return document.value
    },
  }
}

/** What the metadata of a file say when they agree with its path. */
export function addressByPath({ file }: { readonly file: string }): string {
  return file.replace(/^tenants\/|\.yaml$/g, '')
}

function addressByMetadata({ value: { metadata } }: ValidDocumentOf<'system'>): string {
  return `${metadata.jurisdiction}/${metadata.unit}/${metadata.id}`
}

function catalogueOf(documents: readonly ValidDocument[], asOf: string): Catalogue | undefined {
  const [platform] = of(documents, 'platform')
  if (platform === undefined) return undefined
  const allItems = of(documents, 'services').flatMap(({ document, value }) =>
    value.items.map(
      (item, index): CatalogueItem => ({
        document,
        path: ['items', index],
        value: item,
        category: value.category,
        categoryName: value.name,
      }),
    ),
  )
  return {
    platform,
    items: firstBy(allItems, item => item.value.id),
    allItems,
    jurisdictions: firstBy(
      of(documents, 'jurisdiction').map(profile => ({
        ...profile,
        value: profileWithDecisions(profile.value, asOf),
        written: profile.value,
      })),
      ({ value }) => value.metadata.id,
    ),
    prices: firstBy(of(documents, 'prices'), ({ value }) => value.jurisdiction),
    forms: firstBy(of(documents, 'forms'), ({ value }) => value.jurisdiction),
    calendar: of(documents, 'calendar')[0],
    owners: of(documents, 'owners')[0],
    people: of(documents, 'people')[0],
    routines: firstBy(of(documents, 'routines'), ({ value }) => value.jurisdiction),
    ratifications: of(documents, 'ratification'),
    units: of(documents, 'units')[0],
    utilisation: of(documents, 'utilisation'),
  }
}

const inFileOrder = (a: ValidDocument, b: ValidDocument): number => (a.file < b.file ? -1 : 1)

function inOrder<K extends DocumentKind>(documents: readonly ValidDocument[], kind: K) {
  return documents.filter(document => isKind(document, kind)).toSorted(inFileOrder)
}

function of<K extends DocumentKind>(
  documents: readonly ValidDocument[],
  kind: K,
): readonly Sourced<Manifests[K]>[] {
  return inOrder(documents, kind).map(document => ({ document, path: [], value: document.value }))
}

function firstBy<T>(values: readonly T[], key: (value: T) => string): ReadonlyMap<string, T> {
  const first = new Map<string, T>()
  for (const value of values) if (!first.has(key(value))) first.set(key(value), value)
  return first
}
