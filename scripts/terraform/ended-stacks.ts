import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import type { Outline, ZoneOutline } from '../../lib/desired-state/index.ts'
import { unitAddressOf } from '../../lib/model/address.ts'
import { stackName } from '../../stacks/names.ts'
import { stackOfName } from './stacks.ts'

/**
 * The stacks that the history of the systems has brought to their end, whether or not they still stand: units first, for
 * a unit's domain goes with the last of its systems that was granted anything in the zone.
 */
export function endedStacks({ zones }: Outline): readonly DeliveryStack[] {
  return zones.flatMap(zone => {
    const systems = zone.past.filter(({ end }) => end !== undefined)
    const names = [
      ...endedUnits(zone).map(([jurisdiction = '', unit = '']) =>
        stackName.unit(zone.zone.id, jurisdiction, unit),
      ),
      ...systems.map(({ address }) => {
        const [jurisdiction = '', unit = '', system = ''] = address.split('/')
        return stackName.system(zone.zone.id, jurisdiction, unit, system)
      }),
    ]
    return names.flatMap(name => stackOfName(name) ?? [])
  })
}

/** In parts of their addresses. */
function endedUnits({ units, past }: ZoneOutline): readonly (readonly string[])[] {
  const ended = new Set(past.map(unitAddressOf))
  for (const { address } of units) ended.delete(address)
  for (const system of past) if (system.end === undefined) ended.delete(unitAddressOf(system))
  return [...ended].map(address => address.split('/'))
}
