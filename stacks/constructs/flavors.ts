import { ComputeFlavorV2 } from '@cdktf/provider-openstack/lib/compute-flavor-v2'
import { Construct } from 'constructs'
import type { DesiredFlavor } from '../../lib/desired-state/index.ts'
import { addressName, flavorName, poolTrait } from '../names.ts'
import type { ZoneStack } from '../zone-stack.ts'

export interface FlavorsProps {
  readonly flavors: readonly DesiredFlavor[]
  readonly dedicatedPools: ReadonlySet<string>
}

/** The zone's flavors, all of them private: a project only sees those that it was granted. */
export class Flavors<Z extends string> extends Construct {
  constructor(stack: ZoneStack<Z>, { flavors, dedicatedPools }: FlavorsProps) {
    super(stack, 'flavors')
    for (const flavor of flavors) {
      new ComputeFlavorV2(this, addressName.flavor(flavor), {
        name: flavorName(flavor),
        flavorId: flavorName(flavor),
        vcpus: flavor.vcpus,
        ram: flavor.ramMib,
        disk: flavor.diskGib,
        isPublic: false,
        ...extraSpecsOf(flavor, dedicatedPools),
      })
    }
  }
}

/**
 * A flavor of a dedicated pool requires the trait of the pool's hosts. Where no host has it, its servers start nowhere;
 * a filter on aggregates that a cloud does not run would let them start anywhere.
 */
function extraSpecsOf(
  { extraSpecs, pool }: DesiredFlavor,
  dedicatedPools: ReadonlySet<string>,
): { extraSpecs?: Record<string, string> } {
  const all = dedicatedPools.has(pool)
    ? { ...extraSpecs, [`trait:${poolTrait(pool)}`]: 'required' }
    : extraSpecs
  return Object.keys(all).length === 0 ? {} : { extraSpecs: { ...all } }
}
