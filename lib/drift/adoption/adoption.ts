import type { EgressRule, IngressRule } from '../../../generated/types/system.ts'
import type { Text } from '../../finding/finding.ts'
import type { Model, System } from '../../model/model.ts'
import type { Drift } from '../drift.ts'
import type { Looked } from '../looked.ts'

/** One place of a manifest, as it would ask for what the cloud has. */
export type ManifestChange =
  | {
      readonly kind: 'quantity'
      readonly zone: string
      /** Index of the line among the services of the zone. */
      readonly line: number
      readonly item: string
      readonly before: number
      readonly after: number
    }
  | {
      readonly kind: 'ingress'
      readonly zone: string
      readonly tier: string | undefined
      readonly rule: IngressRule
    }
  | {
      readonly kind: 'egress'
      readonly zone: string
      readonly tier: string | undefined
      readonly rule: EgressRule
    }

/** How a manifest would take over what the cloud has. */
export interface Adoption {
  readonly system: System
  readonly change: ManifestChange
  /** What would be asked for. Not made safe to show. */
  readonly says: Text
}

/** Why no manifest can take it over, or none may. */
export interface NoAdoption {
  readonly none: Text
}

/** What is known where a drift is looked at. */
export interface Around {
  /** The repository as it was committed. */
  readonly model: Model
  readonly looked: Looked
  /** The system of a stack and its zone; undefined for a stack of a unit or of the platform. */
  readonly placeOf: (stack: string) => SystemPlace | undefined
}

export interface SystemPlace {
  /** `<jurisdiction>/<unit>/<system>` */
  readonly address: string
  readonly zone: string
}

export type Adopter = (drift: Drift, around: Around) => Adoption | NoAdoption
