import { describe, expect, it } from 'vitest'
import type { Delivery } from '../../generated/types/service.ts'
import { availableOf, type Measure, measures } from '../../lib/entitlement/index.ts'

const server: Delivery = { by: 'flavor', flavor: { vcpus: 4, ramMib: 1536, diskGib: 40 } }
const deliveries = {
  server,
  gpuServer: { by: 'flavor', flavor: { vcpus: 32, ramMib: 262_144, diskGib: 40, gpus: 2 } },
  volume: { by: 'volume', volume: { volumeType: 'ssd' } },
  address: { by: 'address', address: { bandwidthKbps: 10_500 } },
  terabytes: { by: 'volume', volume: { volumeType: 'bulk', gibPerUnit: 1024 } },
  bandwidth: { by: 'address', address: { mbpsPerUnit: 2 } },
  quota: { by: 'quota', quota: { backupGib: 100 } },
  cores: { by: 'quota', quota: { vcpus: 1, ramMib: 512 }, flavors: ['server'] },
  uplink: { by: 'quota', quota: { addresses: 1, bandwidthMbps: 5 } },
  byHand: { by: 'manual' },
} satisfies Record<string, Delivery>

function measured(delivery: Delivery, quantity: number): Readonly<Record<string, number>> {
  const amounts = measures.map(({ key, scale, of }) => [key, of(delivery, quantity) / scale] as const)
  return Object.fromEntries(amounts.filter(([, amount]) => amount !== 0))
}

describe('one unit of an item takes up', () => {
  it.each([
    ['server', { vcpus: 4, ramGib: 1.5 }],
    ['gpuServer', { vcpus: 32, ramGib: 256, gpus: 2 }],
    ['volume', { volumeGib: 1 }],
    ['address', { addresses: 1, bandwidthMbps: 10.5 }],
    ['quota', {}],
    ['cores', { vcpus: 1, ramGib: 0.5 }],
    ['uplink', { addresses: 1, bandwidthMbps: 5 }],
    ['byHand', {}],
  ] as const)('as a %s: %o', (kind, amounts) => {
    expect(measured(deliveries[kind], 1)).toEqual(amounts)
  })
})

describe('several units of an item take up', () => {
  it.each([
    ['server', { vcpus: 12, ramGib: 4.5 }],
    ['volume', { volumeGib: 3 }],
    ['terabytes', { volumeGib: 3072 }],
    ['address', { addresses: 3, bandwidthMbps: 31.5 }],
    ['bandwidth', { addresses: 1, bandwidthMbps: 6 }],
  ] as const)('as a %s: %o', (kind, amounts) => {
    expect(measured(deliveries[kind], 3)).toEqual(amounts)
  })
})

function measure(key: Measure['key']): Measure {
  const found = measures.find(one => one.key === key)
  if (found === undefined) throw new Error(`no measure ${key}`)
  return found
}

describe('what a pool may grant', () => {
  const capacity = { vcpus: 999, ramGib: 100, volumeGib: 0, gpus: 3 }

  it.each([
    ['vcpus', 15, 849],
    ['vcpus', 0, 999],
    ['vcpus', 100, 0],
    ['ramGib', 15, 85],
    ['gpus', 15, 2],
    ['volumeGib', 15, 0],
    ['addresses', 0, 0],
  ] as const)('of %s with %i%% in reserve is %i', (key, reserve, available) => {
    expect(availableOf(capacity, measure(key), reserve)).toBe(available)
  })
})
