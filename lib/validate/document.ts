import type { CalendarManifest } from '../../generated/types/calendar.ts'
import type { FormSet } from '../../generated/types/form.ts'
import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { OwnersManifest } from '../../generated/types/owners.ts'
import type { PeopleManifest } from '../../generated/types/people.ts'
import type { PlatformManifest } from '../../generated/types/platform.ts'
import type { PriceList } from '../../generated/types/prices.ts'
import type { RatificationManifest } from '../../generated/types/ratification.ts'
import type { RoutineRecords } from '../../generated/types/routines.ts'
import type { ServiceCatalogue } from '../../generated/types/service.ts'
import type { SystemManifest } from '../../generated/types/system.ts'
import type { UnitManifest } from '../../generated/types/unit.ts'
import type { UnitsManifest } from '../../generated/types/units.ts'
import type { UtilisationRecords } from '../../generated/types/utilisation.ts'
import type { DocumentKind, SourceDocument } from '../read/document.ts'
import { validatorOf } from './compile.ts'
import type { JsonSchema } from './json-schema.ts'

/** What a document of each kind holds once it is valid. */
export interface Manifests {
  readonly platform: PlatformManifest
  readonly services: ServiceCatalogue
  readonly prices: PriceList
  readonly jurisdiction: JurisdictionProfile
  readonly forms: FormSet
  readonly calendar: CalendarManifest
  readonly owners: OwnersManifest
  readonly people: PeopleManifest
  readonly ratification: RatificationManifest
  readonly routines: RoutineRecords
  readonly units: UnitsManifest
  readonly utilisation: UtilisationRecords
  readonly unit: UnitManifest
  readonly system: SystemManifest
}

export type ValidDocumentOf<K extends DocumentKind> = SourceDocument & {
  readonly kind: K
  readonly value: Manifests[K]
}

/** A document whose value fits the schema of its kind. */
export type ValidDocument = { readonly [K in DocumentKind]: ValidDocumentOf<K> }[DocumentKind]

/** Whether a document fits its schema; from then on its value has its type. */
export function isValid(document: SourceDocument, schema: JsonSchema): document is ValidDocument {
  return validatorOf(schema)(document.value)
}

export function isKind<K extends DocumentKind>(
  document: ValidDocument,
  kind: K,
): document is ValidDocument & ValidDocumentOf<K> {
  return document.kind === kind
}

/** The schema file that each kind of document is held against. */
export const schemaFiles: Readonly<Record<DocumentKind, string>> = {
  platform: 'platform.schema.json',
  services: 'service.schema.json',
  prices: 'prices.schema.json',
  jurisdiction: 'jurisdiction.schema.json',
  forms: 'form.schema.json',
  calendar: 'calendar.schema.json',
  owners: 'owners.schema.json',
  people: 'people.schema.json',
  ratification: 'ratification.schema.json',
  routines: 'routines.schema.json',
  units: 'units.schema.json',
  utilisation: 'utilisation.schema.json',
  unit: 'unit.schema.json',
  system: 'system.schema.json',
}
