// What an administrator of a cloud has to override, so that members cannot open what the tool closes, readers cannot
// write, and one role reads everything and changes nothing.
import { blockStorage } from './block-storage.ts'
import { compute } from './compute.ts'
import { identity } from './identity.ts'
import { image } from './image.ts'
import { networkReads } from './network-reads.ts'
import { networkWrites } from './network-writes.ts'
import type { ServicePolicy } from './override.ts'

export { isOf, type Override, type Release, releases, type ServicePolicy } from './override.ts'
export { policyText } from './policy-text.ts'

const newDefaults = { oslo_policy: { enforce_new_defaults: 'true' } } as const

export const servicePolicies: readonly ServicePolicy[] = [
  { name: 'neutron', overrides: [...networkWrites, ...networkReads], settings: newDefaults },
  { name: 'nova', overrides: compute, settings: newDefaults },
  { name: 'cinder', overrides: blockStorage, settings: newDefaults },
  // Glance does not start where the two differ.
  {
    name: 'glance',
    overrides: image,
    settings: { ...newDefaults, DEFAULT: { enforce_secure_rbac: 'true' } },
  },
  { name: 'keystone', overrides: identity, settings: newDefaults },
]
