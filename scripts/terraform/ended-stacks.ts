import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import type { Outline, PastSystem, ZoneOutline } from '../../lib/desired-state/index.ts'
import type { GrantEnd } from '../../lib/entitlement/index.ts'
import { unitAddressOf } from '../../lib/model/address.ts'
import { stackName } from '../../stacks/names.ts'
import { stackOfName } from './stacks.ts'

/** A stack that the history of systems has brought to its end, whether or not it still stands. */
export interface EndedStack extends DeliveryStack {
  /** Of a unit, that of the system of it that ended last. */
  readonly end: GrantEnd
}

/** Units first: a unit's domain goes with the last of its systems that was granted anything in the zone. */
export function endedStacks({ zones }: Outline): readonly EndedStack[] {
  return zones.flatMap(zone => {
    const ended = zone.past.flatMap(({ address, end }) => (end === undefined ? [] : [{ address, end }]))
    return [...endedUnits(zone, ended), ...ended].flatMap(({ address, end }) => {
      const stack = stackOfName(nameOf(zone.zone.id, address.split('/')))
      return stack === undefined ? [] : [{ ...stack, end }]
    })
  })
}

interface Ended {
  readonly address: string
  readonly end: GrantEnd
}

function endedUnits({ units, past }: ZoneOutline, ended: readonly Ended[]): readonly Ended[] {
  const living = new Set([
    ...units.map(({ address }) => address),
    ...past.filter(({ end }: PastSystem) => end === undefined).map(unitAddressOf),
  ])
  const byUnit = Map.groupBy(ended, unitAddressOf)
  return [...byUnit].flatMap(([address, systems]) => {
    const [last] = systems.toSorted((a, b) => (a.end.on < b.end.on ? 1 : -1))
    if (last === undefined || living.has(address)) return []
    return [{ address, end: { ...last.end, isSettled: systems.every(({ end }) => end.isSettled) } }]
  })
}

function nameOf(zone: string, [jurisdiction = '', unit = '', system]: readonly string[]): string {
  return system === undefined
    ? stackName.unit(zone, jurisdiction, unit)
    : stackName.system(zone, jurisdiction, unit, system)
}
