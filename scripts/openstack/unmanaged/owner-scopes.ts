import type { DeliveryStack } from '../../../lib/deliver/stack.ts'
import { idsOfKind, type StateResource } from '../../../lib/deliver/state.ts'
import type { CloudObject, OwnerScope } from '../../../lib/deliver/unmanaged.ts'
import { type Places, unmanagedTypes } from '../../../lib/resource-types/index.ts'
import { domainName, isNameOfStack, platformOwner, stackName } from '../../../stacks/names.ts'

/** A stack, and what its state knows. */
export interface KnownStack {
  readonly stack: DeliveryStack
  readonly resources: readonly StateResource[]
}

/** Where a stack has its things, by what its state says of them. */
export function scopesOfStack({ stack, resources }: KnownStack): readonly OwnerScope[] {
  return scopesByKind[stack.kind](stack, resources)
}

type ScopesOf = (stack: DeliveryStack, resources: readonly StateResource[]) => readonly OwnerScope[]

const scopesByKind: Readonly<Record<DeliveryStack['kind'], ScopesOf>> = {
  platform: ({ name }, resources) =>
    scopesIn('platform-project', name, idsOfKind(resources, 'project'), anyName),
  unit: ({ name }, resources) => scopesIn('unit-domain', name, idsOfKind(resources, 'domain'), anyName),
  system: ({ name, address = '' }, resources) => {
    const system = address.split('/')[2] ?? ''
    const projects = idsOfKind(resources, 'project')
    const groups = idsOfKind(resources, 'security-group')
    return [
      ...scopesIn('system-project', name, projects, text => isNameOfStack(system, text)),
      ...scopesIn('system-group', name, groups, anyName),
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
  const kinds = kindsAt('cloud', 'our-names')
  return [...names].map(([ours, stack]) => ({ stack, kinds, isOurs: name => name === ours }))
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

const anyName = () => true

function scopesIn(
  place: keyof Places,
  stack: string,
  owners: readonly string[],
  isOurs: OwnerScope['isOurs'],
): readonly OwnerScope[] {
  return owners.flatMap(owner => [
    { stack, owner, kinds: kindsAt(place, 'our-names'), isOurs },
    { stack, owner, kinds: kindsAt(place, 'any-name'), isOurs: anyName },
  ])
}

function kindsAt(place: keyof Places, names: 'our-names' | 'any-name'): OwnerScope['kinds'] {
  const counted = unmanagedTypes.filter(({ unmanaged }) => unmanaged.places[place] === names)
  return new Set(counted.map(({ kind }) => kind))
}
