import type { Quota, ZonePlan } from '../../../lib/desired-state/index.ts'
import type { Inventory } from '../inventory/inventory.ts'
import { section } from '../inventory/section.ts'
import { projectOf } from './place.ts'

export function blockStorage({ platform, systems }: ZonePlan): Inventory {
  const holders = (type: string) =>
    systems.filter(({ volumeTypes }) => volumeTypes.includes(type)).map(projectOf)
  return {
    'volume types': section(
      platform.volumeTypes.map(({ name, extraSpecs, qos }) => [
        name,
        { isPublic: false, extraSpecs, qos: qos === undefined ? 'none' : name, access: holders(name).sort() },
      ]),
    ),
    'volume QoS': section(
      platform.volumeTypes.flatMap(({ name, qos }) => (qos === undefined ? [] : [[name, qos] as const])),
    ),
    'block storage quotas': section(systems.map(system => [projectOf(system), quotaSet(system.quota)])),
  }
}

/** Every volume type has three quotas of its own; the one that Cinder brings along is granted to nobody. */
function quotaSet({ blockStorage: quota }: Quota) {
  const byType = Object.entries({ ...quota.volumeTypes, __DEFAULT__: 0 }).flatMap(([type, gigabytes]) => [
    [`gigabytes_${type}`, gigabytes],
    [`volumes_${type}`, gigabytes],
    [`snapshots_${type}`, gigabytes === 0 ? 0 : quota.snapshots],
  ])
  return {
    volumes: quota.volumes,
    gigabytes: quota.gigabytes,
    per_volume_gigabytes: quota.perVolumeGigabytes,
    snapshots: quota.snapshots,
    backups: quota.backups,
    backup_gigabytes: quota.backupGigabytes,
    groups: quota.groups,
    ...Object.fromEntries(byType),
  }
}
