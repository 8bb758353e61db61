import { describe, expect, it } from 'vitest'
import type { Delivery, ItemVersion } from '../../generated/types/service.ts'
import type { HistoryEvent, ServiceLine } from '../../generated/types/system.ts'
import { shrinkSinceGrant } from '../../lib/desired-state/index.ts'
import { item, modelOf, system } from './model.ts'

const size = (vcpus: number): Delivery => ({ by: 'flavor', flavor: { vcpus, ramMib: 4096, diskGib: 40 } })

function versions(...begun: readonly (readonly [string, Delivery])[]): ServiceItemVersions {
  return begun.map(([from, delivery]) => ({
    from,
    fee: { price: '1.00', per: 'month', basis: '测试' },
    delivery,
  }))
}

type ServiceItemVersions = [ItemVersion, ...ItemVersion[]] | ItemVersion[]

const catalogue = [
  { ...item('ecs', size(4)), versions: versions(['2020-01-01', size(4)], ['2026-06-01', size(2)]) },
  {
    ...item('ecs.grown', size(4)),
    versions: versions(['2020-01-01', size(4)], ['2026-06-01', size(8)]),
  },
  {
    ...item('eip', { by: 'address', address: { bandwidthKbps: 10_000 } }),
    versions: versions(
      ['2020-01-01', { by: 'address', address: { bandwidthKbps: 10_000 } }],
      ['2026-06-01', { by: 'address', address: { bandwidthKbps: 5_000 } }],
    ),
  },
  {
    ...item('evs', { by: 'volume', volume: { volumeType: 'ssd' } }),
    versions: versions(
      ['2020-01-01', { by: 'volume', volume: { volumeType: 'ssd' } }],
      ['2026-06-01', { by: 'volume', volume: { volumeType: 'nvme' } }],
    ),
  },
]

function granted(event: string, on: string, ...services: readonly ServiceLine[]): HistoryEvent {
  return { event, on, grants: { internet: { services: [...services] } } }
}

function shrunkOn(asOf: string, ...history: readonly HistoryEvent[]) {
  const model = modelOf({
    systems: [system('lantian/zhengban/menhu', { history: [...history] })],
    items: catalogue,
    asOf,
  })
  const [only] = model.systems
  return only === undefined ? undefined : shrinkSinceGrant(model, only, 'internet')
}

const opened = granted('opened', '2026-01-01', { item: 'ecs', quantity: 2 })

describe('what the catalogue delivers less of than was granted', () => {
  it('is counted from the day on which the lesser version begins, against that of the grant', () => {
    expect(shrunkOn('2026-05-31', opened)).toBeUndefined()
    expect(shrunkOn('2026-06-01', opened)).toEqual({
      event: 'opened',
      on: '2026-01-01',
      shrinks: [{ what: 'quota.compute.cores', granted: 8, delivered: 4 }],
    })
  })

  it('is nothing once the system has been granted as much, or less, since', () => {
    expect(
      shrunkOn('2026-06-02', opened, granted('changed', '2026-06-01', { item: 'ecs', quantity: 1 })),
    ).toBeUndefined()
    const before = granted('changed', '2026-05-31', { item: 'ecs', quantity: 1 })
    expect(shrunkOn('2026-06-02', opened, before)?.shrinks).toEqual([
      { what: 'quota.compute.cores', granted: 4, delivered: 2 },
    ])
  })

  it('is nothing where more is delivered, or a line is over by its own day', () => {
    expect(
      shrunkOn('2026-06-01', granted('opened', '2026-01-01', { item: 'ecs.grown', quantity: 1 })),
    ).toBeUndefined()
    const phase = granted('opened', '2026-01-01', { item: 'ecs', quantity: 2, to: '2026-05-31' })
    expect(shrunkOn('2026-06-01', phase)).toBeUndefined()
  })

  it('counts bandwidth, and another volume type as all of the one that was granted', () => {
    const both = granted('opened', '2026-01-01', { item: 'eip', quantity: 3 }, { item: 'evs', quantity: 100 })
    expect(shrunkOn('2026-06-01', both)?.shrinks).toEqual([
      { what: 'quota.blockStorage.volumeTypes.ssd', granted: 100, delivered: 0 },
      { what: 'bandwidthKbps', granted: 30_000, delivered: 15_000 },
    ])
  })

  it('is not known of a zone that nothing was granted in', () => {
    expect(shrunkOn('2026-06-01', { event: 'opened', on: '2026-01-01' })).toBeUndefined()
  })
})
