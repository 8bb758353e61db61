import type { CalendarManifest } from '../../generated/types/calendar.ts'
import type { FormSet } from '../../generated/types/form.ts'
import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { OwnersManifest } from '../../generated/types/owners.ts'
import type { PeopleManifest } from '../../generated/types/people.ts'
import type { PlatformManifest } from '../../generated/types/platform.ts'
import type { PriceList } from '../../generated/types/prices.ts'
import type { RatificationManifest } from '../../generated/types/ratification.ts'
import type { RoutineRecords } from '../../generated/types/routines.ts'
import type { ServiceItem } from '../../generated/types/service.ts'
import type { SystemManifest } from '../../generated/types/system.ts'
import type { UnitManifest } from '../../generated/types/unit.ts'
import type { UnitsManifest } from '../../generated/types/units.ts'
import type { UtilisationRecords } from '../../generated/types/utilisation.ts'
import type { DataPath, Text } from '../finding/finding.ts'
import type { SourceDocument } from '../read/document.ts'

/** A value with the document, and the place in it, that it came from. */
export interface Sourced<T> {
  readonly document: SourceDocument
  readonly path: DataPath
  readonly value: T
}

export interface CatalogueItem extends Sourced<ServiceItem> {
  readonly category: string
  readonly categoryName: Text
}

/** A regulation's profile as it holds on the model's day, with what the authority has decided by then. */
export interface CatalogueProfile extends Sourced<JurisdictionProfile> {
  /** What its file says, on any day. */
  readonly written: JurisdictionProfile
}

export type PriceListDocument = Sourced<PriceList>

export interface Catalogue {
  readonly platform: Sourced<PlatformManifest>
  /** By item id. Of several items with one id, the first in file order; a rule reports the others. */
  readonly items: ReadonlyMap<string, CatalogueItem>
  readonly allItems: readonly CatalogueItem[]
  /** By jurisdiction id. */
  readonly jurisdictions: ReadonlyMap<string, CatalogueProfile>
  /** By jurisdiction id: who has none goes by what the items say. */
  readonly prices: ReadonlyMap<string, PriceListDocument>
  /** By jurisdiction id. */
  readonly forms: ReadonlyMap<string, Sourced<FormSet>>
  readonly calendar: Sourced<CalendarManifest> | undefined
  readonly owners: Sourced<OwnersManifest> | undefined
  /** Without it nobody's review counts. */
  readonly people: Sourced<PeopleManifest> | undefined
  /** By jurisdiction id: what was done of its routines. */
  readonly routines: ReadonlyMap<string, Sourced<RoutineRecords>>
  /** In the order of their files. */
  readonly ratifications: readonly Sourced<RatificationManifest>[]
  /** Without it, units mean what `defaultUnits` says. */
  readonly units: Sourced<UnitsManifest> | undefined
  /** What monitoring measured, in the order of the files. */
  readonly utilisation: readonly Sourced<UtilisationRecords>[]
}

export interface Unit extends Sourced<UnitManifest> {
  /** `<jurisdiction>/<unit>`, from the metadata. */
  readonly address: string
}

export interface System extends Sourced<SystemManifest> {
  /** `<jurisdiction>/<unit>/<system>`, from the metadata. */
  readonly address: string
}

/** What stands around each system: the day, the catalogue, and its unit. No other system is in sight. */
export interface Surroundings {
  /** The day on which the repository is looked at, `YYYY-MM-DD`. */
  readonly asOf: string
  /** The real day, before which every event of a history must lie; later than `asOf` when the past is looked at. */
  readonly today: string
  readonly catalogue: Catalogue
  /** By address; of several with one address, the first in file order. */
  readonly unitByAddress: ReadonlyMap<string, Unit>
  /**
   * Files of the repository whose own findings keep them out of the model: what they define is not absent, only unknown.
   * Undefined where everything is known to be there.
   */
  readonly leftOut?: ReadonlySet<string>
}

/** Everything that a data repository says, on one day. Documents with schema findings are left out. */
export interface Model extends Surroundings {
  readonly units: readonly Unit[]
  readonly systems: readonly System[]
  /**
   * sha256 of the files that papers name, by path: what lies in the repository. A path without an entry could not be
   * read. Undefined where nobody has looked, as in the past of a branch.
   */
  readonly paperDigests?: ReadonlyMap<string, string>
  /** The texts of the forges’ files of owners, by path. Undefined where nobody has looked, as in the past of a branch. */
  readonly codeOwners?: ReadonlyMap<string, string>
  /** By address; of several with one address, the first in file order. */
  readonly systemByAddress: ReadonlyMap<string, System>
  /** On what the histories rest; undefined where evidence does not decide. */
  readonly evidence?: EvidenceMark
}

/** How far the evidence goes by which histories are composed. */
export interface EvidenceMark {
  /** The number of the newest record. */
  readonly number: number
  /** The full name of the commit that the files are of, or were when they were changed; undefined without git. */
  readonly commit: string | undefined
}
