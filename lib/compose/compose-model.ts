import type { Finding } from '../finding/finding.ts'
import type { Catalogue, CatalogueItem, Model, Sourced, System, Unit } from '../model/model.ts'
import type { DocumentKind } from '../read/document.ts'
import { isKind, type Manifests, type ValidDocument, type ValidDocumentOf } from '../validate/index.ts'
import { pathFindings } from './paths.ts'

export interface Composed {
  /** Absent without a sound platform file: nothing can be said about zones then. */
  readonly model: Model | undefined
  readonly findings: readonly Finding[]
}

export interface ComposeOptions {
  /**
   * The real day, where the past is looked at.
   * @default - the day that is looked at
   */
  readonly today?: string
  /**
   * Whether a document is known to agree with its path: a system is then not looked into.
   * @default - none is
   */
  readonly isClean?: (document: ValidDocument) => boolean
}

/**
 * The whole repository as one value, on a day (`YYYY-MM-DD`). The documents have passed their schemas; a document whose
 * metadata contradict its path gets a finding (TY21xx), and goes by its metadata.
 */
export function composeModel(
  documents: readonly ValidDocument[],
  asOf: string,
  { today = asOf, isClean = () => false }: ComposeOptions = {},
): Composed {
  const findings = documents.filter(document => !isClean(document)).flatMap(pathFindings)
  const catalogue = catalogueOf(documents)
  if (catalogue === undefined) return { model: undefined, findings }
  const units = of(documents, 'unit').map(
    (unit): Unit => ({ ...unit, address: `${unit.value.metadata.jurisdiction}/${unit.value.metadata.id}` }),
  )
  const systems = composeSystems(documents, isClean)
  const model: Model = {
    asOf,
    today: today > asOf ? today : asOf,
    catalogue,
    units,
    systems,
    unitByAddress: firstBy(units, unit => unit.address),
    systemByAddress: firstBy(systems, system => system.address),
  }
  return { model, findings }
}

/** The systems among some documents, in the order of their files; known ones are not looked into. */
export function composeSystems(
  documents: readonly ValidDocument[],
  isClean: (document: ValidDocument) => boolean = () => false,
): readonly System[] {
  return inOrder(documents, 'system').map(document =>
    systemOf(document, isClean(document) ? addressByPath(document) : addressByMetadata(document)),
  )
}

function catalogueOf(documents: readonly ValidDocument[]): Catalogue | undefined {
  const [platform] = of(documents, 'platform')
  if (platform === undefined) return undefined
  const allItems = of(documents, 'services').flatMap(({ document, value }) =>
    value.items.map(
      (item, index): CatalogueItem => ({
        document,
        path: ['items', index],
        value: item,
        category: value.category,
      }),
    ),
  )
  return {
    platform,
    items: firstBy(allItems, item => item.value.id),
    allItems,
    jurisdictions: firstBy(of(documents, 'jurisdiction'), ({ value }) => value.metadata.id),
    forms: firstBy(of(documents, 'forms'), ({ value }) => value.jurisdiction),
    calendar: of(documents, 'calendar')[0],
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

/** The value stays where it is: a system that nobody looks into is not even parsed. */
function systemOf(document: ValidDocumentOf<'system'>, address: string): System {
  return {
    document,
    path: [],
    address,
    get value() {
      return document.value
    },
  }
}

function addressByMetadata({ value: { metadata } }: ValidDocumentOf<'system'>): string {
  return `${metadata.jurisdiction}/${metadata.unit}/${metadata.id}`
}

function addressByPath({ file }: ValidDocument): string {
  return file.replace(/^tenants\/|\.yaml$/g, '')
}

function firstBy<T>(values: readonly T[], key: (value: T) => string): ReadonlyMap<string, T> {
  const first = new Map<string, T>()
  for (const value of values) if (!first.has(key(value))) first.set(key(value), value)
  return first
}
