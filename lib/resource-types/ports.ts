import type { FieldTest } from './resource-type.ts'

export const ports = { service: 'network', path: '/ports', key: 'ports' } as const

/** Ports that Neutron removes by itself. */
export const ofAgents: readonly FieldTest[] = [
  'network:dhcp',
  'network:router_ha_interface',
  'network:router_centralized_snat',
].map(is => ({ field: 'device_owner', is }))
