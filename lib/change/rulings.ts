import type { Finding, Location, Text } from '../finding/finding.ts'
import type { Model, System } from '../model/model.ts'

/** Something that a day has taken the ground from: what stands goes on, and nothing new is granted on it. */
export interface Lapse {
  readonly at: Location
  readonly message: Text
  readonly article: string | undefined
}

/**
 * What the rules about a repository say of one, for the rules about changes that rest on it. Handed in: a rule about
 * changes knows none about repositories, and who checks a change says by which rules.
 */
export interface Rulings {
  /** What has lapsed on a day for a system: its own, its unit's, and what its regulation wants of the platform. */
  readonly lapsesOf: (model: Model, system: System, day: string) => readonly Lapse[]
  /** Where the platform falls short of what the regulations of a model want. */
  readonly platformShortcomings: (model: Model) => readonly Finding[]
}
