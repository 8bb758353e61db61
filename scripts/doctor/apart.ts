import { sharedServices } from '../../lib/isolation/shared-services.ts'
import { servicesOf } from '../openstack/service-addresses.ts'
import { type Check, ok } from './check.ts'
import { askingZone } from './zones.ts'

/** Whether the clouds of the zones have services of their own, as far as their addresses tell. */
export const apart: Check = {
  name: 'apart',
  run: async (_place, { zones }) => {
    const asked = await Promise.all(
      zones.map(zone => askingZone(zone, async cloud => servicesOf(zone.id, cloud))),
    )
    const known = asked.filter(services => services !== undefined)
    // Of one alone there is nothing to compare.
    if (known.length < 2) return []
    const shared = sharedServices(known)
    const names = known.map(({ zone }) => zone)
    return shared.length > 0
      ? shared
      : [
          ok(
            `分区 ${names.join('、')}：各有自己的云服务`,
            `zones ${names.join(', ')}: each has services of its own`,
          ),
        ]
  },
}
