import type { SeenDrift } from '../../lib/drift/history.ts'
import { stackName } from '../../stacks/names.ts'
import type { RunRequest } from './plan-run.ts'
import { stackOfName } from './stacks.ts'

type Placed = Pick<SeenDrift, 'stacks' | 'place'>

export interface DriftScope {
  /** Whether a drift is of the stacks that were asked about; what is of no stack goes with the platform of its zone. */
  readonly isInScope: (drift: Placed) => boolean
  /** Name of a stack's cloud in clouds.yaml. */
  readonly cloudOf: (stack: string) => string
}

export function scopeOf({ delivery, chosen }: Pick<RunRequest, 'delivery' | 'chosen'>): DriftScope {
  const { cloudNames, stacks } = delivery
  const names = new Set(chosen.map(({ name }) => name))
  const known = new Set(stacks.map(({ name }) => name))
  const zoneOfCloud = new Map([...cloudNames].map(([zone, cloud]) => [cloud, zone]))
  const zonesOf = ({ stacks: concerned, place }: Placed) => {
    const zone = 'cloud' in place ? zoneOfCloud.get(place.cloud) : stackOfName(place.stack)?.zone
    return [zone, ...concerned.map(stack => stackOfName(stack)?.zone)].flatMap(one => one ?? [])
  }
  return {
    isInScope: drift =>
      drift.stacks.some(stack => known.has(stack))
        ? drift.stacks.some(stack => names.has(stack))
        : zonesOf(drift).some(zone => names.has(stackName.platform(zone))),
    cloudOf: stack => {
      const zone = stackOfName(stack)?.zone ?? stack
      return cloudNames.get(zone) ?? zone
    },
  }
}
