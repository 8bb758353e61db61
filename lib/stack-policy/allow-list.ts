// What the tool may write and look up: anything else in a synthesised stack is refused.
import { entriesOf, resourceTypes, type StackType, type Written } from '../resource-types/index.ts'

/**
 * The types that the tool creates, with every attribute that it writes. `value_specs`, `count`, `for_each`,
 * `provisioner`, `connection`, `external`, `allowed_address_pairs` and the like are in no entry, and so are refused.
 */
export const allowedResources: ReadonlyMap<string, AllowedType> = byType(({ written }) => written)

/** What a stack may look up; each by name, and by owner where a tenant could use the same name. */
export const allowedData: ReadonlyMap<string, AllowedType> = byType(({ lookedUp }) => lookedUp)

/** What is allowed of a Terraform type, whatever the kind of the object. */
export interface AllowedType {
  readonly attributes: ReadonlySet<string>
  /** Attributes that must all be there as whole numbers from 0 up. */
  readonly limits: readonly string[]
}

export const allowedRoles: ReadonlySet<string> = new Set(['member', 'reader'])

/** Kinds that share a Terraform type are allowed what any of them is: which it is may not be known before the plan. */
function byType(partOf: (entry: StackType) => Written | undefined): ReadonlyMap<string, AllowedType> {
  const types = new Set(resourceTypes.flatMap(({ type }) => type ?? []))
  return new Map(
    [...types].flatMap(type => {
      const parts = entriesOf(type).flatMap(entry => partOf(entry) ?? [])
      return parts.length === 0 ? [] : [[type, allowedOf(parts)] as const]
    }),
  )
}

function allowedOf(parts: readonly Written[]): AllowedType {
  const limits = parts.flatMap(part => part.limits ?? [])
  return { attributes: new Set([...parts.flatMap(part => part.attributes), ...limits]), limits }
}
