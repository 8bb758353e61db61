import { blockStorageTypes } from './block-storage.ts'
import { computeTypes } from './compute.ts'
import { dnsTypes } from './dns.ts'
import { identityTypes } from './identity.ts'
import { imageTypes } from './image.ts'
import { keyManagerTypes } from './key-manager.ts'
import { loadBalancerTypes } from './load-balancer.ts'
import { networkTypes } from './network.ts'
import { networkAddressTypes } from './network-address.ts'
import { networkPolicyTypes } from './network-policy.ts'
import { objectStorageTypes } from './object-storage.ts'
import type { CreatedType, ResourceType, StackType, Unmanaged } from './resource-type.ts'
import { securityGroupTypes } from './security-group.ts'
import { sharedFileSystemTypes } from './shared-file-system.ts'
import { terraformTypes } from './terraform.ts'

export { cinderDefaultType } from './block-storage.ts'
export type * from './resource-type.ts'
export { filled, placesIn } from './template.ts'

const table = [
  ...computeTypes,
  ...blockStorageTypes,
  ...imageTypes,
  ...networkTypes,
  ...securityGroupTypes,
  ...networkPolicyTypes,
  ...networkAddressTypes,
  ...loadBalancerTypes,
  ...dnsTypes,
  ...objectStorageTypes,
  ...sharedFileSystemTypes,
  ...keyManagerTypes,
  ...identityTypes,
  ...terraformTypes,
] as const

type Entry = (typeof table)[number]

/** Our word for an object. */
export type Kind = Entry['kind']

type UnmanagedEntry = Extract<Entry, { readonly unmanaged: unknown }>

/** The word for what may lie where only our stacks put things. */
export type UnmanagedKind = UnmanagedEntry['kind']

/** A type of which one may lie where only our stacks put things. */
export interface UnmanagedType extends CreatedType {
  readonly kind: UnmanagedKind
  readonly unmanaged: Unmanaged
}

/** All that the tool knows about types of resources. What stands in the way of a destroy is named in this order. */
export const resourceTypes: readonly ResourceType[] = table

export const unmanagedTypes: readonly UnmanagedType[] = table.filter(
  (entry): entry is UnmanagedEntry => 'unmanaged' in entry,
)

const byTerraformType: ReadonlyMap<string, readonly StackType[]> = Map.groupBy(
  resourceTypes.filter(isStackType),
  ({ type }) => type,
)

/** The entries of a Terraform type: more than one where their objects differ in kind, none for an unknown type. */
export function entriesOf(type: string): readonly StackType[] {
  return byTerraformType.get(type) ?? []
}

/** The entry of one resource, by its Terraform type and what is known of its attributes. */
export function entryOf(type: string, attributes: Readonly<Record<string, unknown>>): StackType | undefined {
  const entries = entriesOf(type)
  const special = entries.find(({ when }) => when !== undefined && attributes[when.attribute] === when.value)
  return special ?? entries.find(({ when }) => when === undefined)
}

/** Whether deleting or replacing a resource of the type takes an event of the history. What nobody knows is protected. */
export function isProtected(type: string): boolean {
  const entries = entriesOf(type)
  return entries.length === 0 || entries.some(({ protection }) => protection.needsEvent)
}

function isStackType(entry: ResourceType): entry is StackType {
  return entry.type !== undefined
}
