import type { CalendarManifest } from '../../generated/types/calendar.ts'
import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { PlatformManifest } from '../../generated/types/platform.ts'
import type { ServiceCatalogue } from '../../generated/types/service.ts'
import type { SystemManifest } from '../../generated/types/system.ts'
import type { UnitManifest } from '../../generated/types/unit.ts'
import type { Finding } from '../finding/finding.ts'
import type { Catalogue, CatalogueItem, Model, Sourced, System, Unit } from '../model/model.ts'
import type { DocumentKind, SourceDocument } from '../read/document.ts'
import { pathFindings } from './paths.ts'

export interface Composed {
  /** Absent without a sound platform file: nothing can be said about zones then. */
  readonly model: Model | undefined
  readonly findings: readonly Finding[]
}

/** What each kind of document holds once it has passed its schema. */
interface Contents {
  readonly platform: PlatformManifest
  readonly services: ServiceCatalogue
  readonly jurisdiction: JurisdictionProfile
  readonly calendar: CalendarManifest
  readonly unit: UnitManifest
  readonly system: SystemManifest
}

/**
 * The whole repository as one value, on a day (`YYYY-MM-DD`). The documents have passed their schemas; a document whose
 * metadata contradict its path gets a finding (TY21xx), and goes by its metadata.
 */
export function composeModel(documents: readonly SourceDocument[], asOf: string): Composed {
  const findings = documents.flatMap(pathFindings)
  const catalogue = catalogueOf(documents)
  if (catalogue === undefined) return { model: undefined, findings }
  const units = contentsOf(documents, 'unit').map(
    (unit): Unit => ({ ...unit, address: `${unit.value.metadata.jurisdiction}/${unit.value.metadata.id}` }),
  )
  const systems = contentsOf(documents, 'system').map((system): System => {
    const { jurisdiction, unit, id } = system.value.metadata
    return { ...system, address: `${jurisdiction}/${unit}/${id}` }
  })
  const model: Model = {
    asOf,
    catalogue,
    units,
    systems,
    unitByAddress: firstBy(units, unit => unit.address),
    systemByAddress: firstBy(systems, system => system.address),
  }
  return { model, findings }
}

function catalogueOf(documents: readonly SourceDocument[]): Catalogue | undefined {
  const [platform] = contentsOf(documents, 'platform')
  if (platform === undefined) return undefined
  const allItems = contentsOf(documents, 'services').flatMap(({ document, value }) =>
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
    jurisdictions: firstBy(contentsOf(documents, 'jurisdiction'), ({ value }) => value.metadata.id),
    calendar: contentsOf(documents, 'calendar')[0],
  }
}

/** The one place where a document that passed the schema of its kind is taken for that kind's type. */
function contentsOf<K extends DocumentKind & keyof Contents>(
  documents: readonly SourceDocument[],
  kind: K,
): readonly Sourced<Contents[K]>[] {
  return documents
    .filter(document => document.kind === kind)
    .toSorted((a, b) => (a.file < b.file ? -1 : 1))
    .map(document => ({ document, path: [], value: document.value as Contents[K] }))
}

function firstBy<T>(values: readonly T[], key: (value: T) => string): ReadonlyMap<string, T> {
  const first = new Map<string, T>()
  for (const value of values) if (!first.has(key(value))) first.set(key(value), value)
  return first
}
