import type { ZoneServices } from '../../lib/isolation/shared-services.ts'
import type { Service } from '../../lib/resource-types/index.ts'
import type { OpenStack } from './client.ts'

/** Those that hold what is a zone's own. */
const asked: readonly Service[] = [
  'identity',
  'compute',
  'block-storage',
  'network',
  'image',
  'object-storage',
]

/** Where the services of a zone's cloud answer. */
export function servicesOf(zone: string, openstack: OpenStack): ZoneServices {
  const addresses = asked.flatMap(service => {
    const address = openstack.addressOf(service)
    return address === undefined ? [] : [[service, address] as const]
  })
  return { zone, cloud: openstack.cloud, addresses: new Map(addresses) }
}
