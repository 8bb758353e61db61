import { textAt } from '../../../lib/deliver/json.ts'
import type { DeliveryStack } from '../../../lib/deliver/stack.ts'
import type { StateResource } from '../../../lib/deliver/state.ts'
import type { CloudObject, OwnerScope, UnmanagedKind } from '../../../lib/deliver/unmanaged.ts'
import { domainName, platformOwner, projectName, stackName, subnetName } from '../../../stacks/names.ts'

/** A stack, and what its state knows. */
export interface KnownStack {
  readonly stack: DeliveryStack
  readonly resources: readonly StateResource[]
}

const anyName = () => true
const inPlatform: readonly UnmanagedKind[] = [
  'network',
  'subnet',
  'router',
  'subnet-pool',
  'address-scope',
  'security-group',
  'qos-policy',
  'rbac-policy',
]
const inSystem: readonly UnmanagedKind[] = ['network', 'subnet', 'router', 'security-group', 'qos-policy']
/** Only who runs the cloud can give these to a project. */
const givenToSystem: readonly UnmanagedKind[] = ['rbac-policy', 'flavor-access', 'volume-type-access']

/** Where a stack has its things, by what its state says of them. */
export function scopesOfStack({ stack, resources }: KnownStack): readonly OwnerScope[] {
  return scopesByKind[stack.kind](stack, resources)
}

type ScopesOf = (stack: DeliveryStack, resources: readonly StateResource[]) => readonly OwnerScope[]

const scopesByKind: Readonly<Record<DeliveryStack['kind'], ScopesOf>> = {
  platform: ({ name }, resources) => scopesIn(name, idsOf(resources, isProject), inPlatform, anyName),
  // Users and groups are the unit's own affair; a project is only ever ours.
  unit: ({ name }, resources) => scopesIn(name, idsOf(resources, isDomain), ['project'], anyName),
  system: ({ name, address = '' }, resources) => {
    const system = address.split('/')[2] ?? ''
    const ours = new Set([projectName(system), subnetName(system, 4), subnetName(system, 6)])
    const projects = idsOf(resources, isProject)
    const groups = idsOf(resources, ({ type }) => type === 'openstack_networking_secgroup_v2')
    return [
      ...scopesIn(name, projects, inSystem, text => ours.has(text)),
      ...scopesIn(name, projects, givenToSystem, anyName),
      ...scopesIn(name, groups, ['security-group-rule'], anyName),
    ]
  },
}

/** Domains that are called as ours are, of stacks that have no state here. */
export function scopesInCloud(zone: string, units: Iterable<string>): readonly OwnerScope[] {
  const names = new Map<string, string>([[platformOwner.domain, stackName.platform(zone)]])
  for (const unit of units) {
    const [jurisdiction = '', id = ''] = unit.split('/')
    names.set(domainName(jurisdiction, id), stackName.unit(zone, jurisdiction, id))
  }
  return [...names].map(([domain, stack]) => ({
    stack,
    kinds: new Set<UnmanagedKind>(['domain']),
    isOurs: name => name === domain,
  }))
}

/** Units whose domain is called as those of our jurisdictions are, and that nothing here speaks of any more. */
export function forgottenUnits(objects: readonly CloudObject[], units: readonly string[]): readonly string[] {
  const jurisdictions = new Set(units.map(unit => unit.split('/')[0]))
  return objects.flatMap(({ kind, name }) => {
    const [jurisdiction = '', unit = '', ...rest] = name.split('_')
    const isOurs = kind === 'domain' && jurisdictions.has(jurisdiction) && /^[a-z0-9-]+$/.test(unit)
    const address = `${jurisdiction}/${unit}`
    return isOurs && rest.length === 0 && !units.includes(address) ? [address] : []
  })
}

function scopesIn(
  stack: string,
  owners: readonly string[],
  kinds: readonly UnmanagedKind[],
  isOurs: OwnerScope['isOurs'],
): readonly OwnerScope[] {
  return owners.map(owner => ({ stack, owner, kinds: new Set(kinds), isOurs }))
}

function idsOf(
  resources: readonly StateResource[],
  matches: (resource: StateResource) => boolean,
): readonly string[] {
  return resources.filter(matches).flatMap(({ attributes }) => textAt(attributes, 'id') ?? [])
}

const projectType = 'openstack_identity_project_v3'

function isProject({ type, attributes }: StateResource): boolean {
  return type === projectType && attributes.is_domain !== true
}

function isDomain({ type, attributes }: StateResource): boolean {
  return type === projectType && attributes.is_domain === true
}
