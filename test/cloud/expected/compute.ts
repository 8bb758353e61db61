import type {
  DesiredFlavor,
  DesiredPlatform,
  FlavorKey,
  Quota,
  ZonePlan,
} from '../../../lib/desired-state/index.ts'
import type { Inventory } from '../inventory/inventory.ts'
import { section } from '../inventory/section.ts'
import { projectOf } from './place.ts'

export function compute({ platform, systems }: ZonePlan): Inventory {
  const holders = (name: string) =>
    systems.filter(({ flavors }) => flavors.some(key => flavorName(key) === name)).map(projectOf)
  return {
    flavors: section(
      platform.flavors.map(flavor => {
        const name = flavorName(flavor)
        return [name, { ...flavorValue(platform, flavor), id: name, access: holders(name).sort() }]
      }),
    ),
    aggregates: section([...register(platform), ...dedicatedPools(platform)]),
    'compute quotas': section(systems.map(system => [projectOf(system), quotaSet(system.quota)])),
  }
}

function flavorName({ item, pool, edition }: FlavorKey): string {
  return `${item}_${pool}${edition === 1 ? '' : `_${edition}`}`
}

function flavorValue({ dedicatedPools }: DesiredPlatform, flavor: DesiredFlavor) {
  const { vcpus, ramMib, diskGib, pool, extraSpecs } = flavor
  const trait = dedicatedPools.some(({ id }) => id === pool) ? { [poolTrait(pool)]: 'required' } : {}
  return { vcpus, ramMib, diskGib, isPublic: false, extraSpecs: { ...extraSpecs, ...trait } }
}

function poolTrait(pool: string): string {
  return `trait:CUSTOM_POOL_${pool.toUpperCase().replaceAll('-', '_')}`
}

/** Where the ids of volume types are written down for other stacks. */
function register({ volumeTypes }: DesiredPlatform) {
  if (volumeTypes.length === 0) return []
  const metadata = Object.fromEntries(volumeTypes.map(({ name }) => [name, `volume type ${name}`]))
  return [['register', { availabilityZone: null, hosts: [], metadata }] as const]
}

function dedicatedPools(platform: DesiredPlatform) {
  return platform.dedicatedPools.map(({ id, availabilityZone, hosts }) => {
    // Nova repeats the availability zone among the labels.
    const metadata = { [poolTrait(id)]: 'required', availability_zone: availabilityZone }
    return [`pool_${id}`, { availabilityZone, hosts, metadata }] as const
  })
}

function quotaSet({ compute, network }: Quota) {
  return {
    instances: compute.instances,
    cores: compute.cores,
    ram: compute.ramMib,
    key_pairs: compute.keyPairs,
    metadata_items: compute.metadataItems,
    server_groups: compute.serverGroups,
    server_group_members: compute.serverGroupMembers,
    injected_files: compute.injectedFiles,
    injected_file_content_bytes: compute.injectedFileContentBytes,
    injected_file_path_bytes: compute.injectedFilePathBytes,
    fixed_ips: network.ports,
    floating_ips: network.floatingIps,
    security_groups: network.securityGroups,
    security_group_rules: network.securityGroupRules,
  }
}
