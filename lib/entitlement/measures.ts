import type { Capacity } from '../../generated/types/platform.ts'
import type { Delivery } from '../../generated/types/service.ts'
import type { Text } from '../finding/finding.ts'
import { addressesOf, gibOf, kbpsOf, kbpsPerMbps } from '../model/conversion.ts'

/** A kind of resource that a pool has so much of. */
export interface Measure {
  readonly key: keyof Capacity
  readonly name: Text
  /** How many of the delivery's units make one unit of the capacity. */
  readonly scale: number
  /** What so many units of an item take up, in the delivery's unit. */
  readonly of: (delivery: Delivery, quantity: number) => number
}

/** Backup and object storage are kept apart from the pools and have no capacity here. */
export const measures: readonly Measure[] = [
  {
    key: 'vcpus',
    name: { zh: 'vCPU（核）', en: 'vCPUs' },
    scale: 1,
    of: ({ flavor, quota }, quantity) => quantity * (flavor?.vcpus ?? quota?.vcpus ?? 0),
  },
  {
    key: 'ramGib',
    name: { zh: '内存（GiB）', en: 'GiB of memory' },
    scale: 1024,
    of: ({ flavor, quota }, quantity) => quantity * (flavor?.ramMib ?? quota?.ramMib ?? 0),
  },
  {
    key: 'volumeGib',
    name: { zh: '块存储（GiB）', en: 'GiB of block storage' },
    scale: 1,
    of: ({ volume }, quantity) => (volume === undefined ? 0 : gibOf(volume, quantity)),
  },
  {
    key: 'gpus',
    name: { zh: 'GPU（张）', en: 'GPUs' },
    scale: 1,
    of: ({ flavor }, quantity) => quantity * (flavor?.gpus ?? 0),
  },
  {
    key: 'addresses',
    name: { zh: '公网地址（个）', en: 'addresses' },
    scale: 1,
    of: ({ address, quota }, quantity) =>
      address === undefined ? quantity * (quota?.addresses ?? 0) : addressesOf(address, quantity),
  },
  {
    key: 'bandwidthMbps',
    name: { zh: '带宽（Mbps）', en: 'Mbps of bandwidth' },
    scale: kbpsPerMbps,
    of: ({ address, quota }, quantity) =>
      address === undefined
        ? quantity * (quota?.bandwidthMbps ?? 0) * kbpsPerMbps
        : kbpsOf(address, quantity),
  },
]

/** What a pool may grant of a measure: its capacity less the zone's reserve, in whole units. */
export function availableOf(capacity: Capacity, { key }: Measure, reservePercent: number): number {
  return Math.floor(((capacity[key] ?? 0) * (100 - reservePercent)) / 100)
}
