import { describe, expect, it } from 'vitest'
import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent, SystemManifest } from '../../generated/types/system.ts'
import { caseOf } from '../../lib/profile/case.ts'
import { item, modelOf, system } from '../desired-state/model.ts'
import { regulation } from '../entitlement/regulation.ts'

const address = 'lantian/unit/menhu'
const items = [
  item('ecs', { by: 'flavor', flavor: { vcpus: 4, ramMib: 8192, diskGib: 40 } }),
  item('evs', { by: 'volume', volume: { volumeType: 'ssd' } }),
  item('eip', { by: 'address', address: { bandwidthKbps: 10_000 } }),
]

type Bounds = Omit<NonNullable<JurisdictionProfile['largeRequest']>, 'article'>

function flagsOf(bounds: Bounds | undefined, value: SystemManifest, index = 0, catalogue = items) {
  const model = modelOf({ systems: [value], items: catalogue })
  const [first] = model.systems
  if (first === undefined) throw new Error('no system')
  const profile =
    bounds === undefined ? regulation : { ...regulation, largeRequest: { ...bounds, article: 'LT-9' } }
  return caseOf(model, profile, first, index).flags
}

/** 12 vCPUs, 24 GiB of memory and 300 GiB of volumes, in two zones. */
const asking = system(address, {
  zones: {
    internet: { services: [{ item: 'ecs', quantity: 2 }] },
    extranet: {
      services: [
        { item: 'ecs', quantity: 1 },
        { item: 'evs', quantity: 300 },
        { item: 'eip', quantity: 9 },
        { item: 'unheard-of', quantity: 1000 },
      ],
    },
  },
  history: [{ event: 'submitted', on: '2026-01-01' }],
})

describe('a large request', () => {
  it.each([
    [{ vcpus: 12 }, true],
    [{ vcpus: 13 }, false],
    [{ ramGib: 24 }, true],
    [{ ramGib: 25 }, false],
    [{ volumeGib: 300 }, true],
    [{ volumeGib: 301 }, false],
    [{ vcpus: 13, ramGib: 25, volumeGib: 300 }, true],
    [{ vcpus: 13, ramGib: 24, volumeGib: 301 }, true],
    [{}, false],
    [undefined, false],
  ])('reaches a bound of %o in all zones together: %s', (bounds, large) => {
    expect(flagsOf(bounds, asking).includes('large')).toBe(large)
  })

  it.each([
    [[{ to: '2026-05-31' }, { from: '2026-06-01' }], false],
    [[{ to: '2026-06-01' }, { from: '2026-06-01' }], true],
    [[{ to: '2025-12-31' }, {}], false],
    [[{ from: '2026-06-01' }, {}], true],
    [[{ from: '2026-06-01', to: '2026-05-31' }, {}], false],
  ] as const)('counts phases together where they are there together: %o, %s', (terms, large) => {
    const services = terms.map(term => ({ item: 'ecs', quantity: 1, ...term }))
    const phased = { ...asking, zones: { internet: { services } } }
    expect(flagsOf({ vcpus: 8 }, phased)).toEqual(large ? ['large'] : [])
    expect(flagsOf({ vcpus: 4 }, phased)).toEqual(['large'])
  })

  it('is not what no event has asked for yet', () => {
    expect(flagsOf({ vcpus: 1 }, asking, 1)).toEqual([])
  })

  it('is measured by what the event grants, where it grants', () => {
    const grants = { internet: { services: [{ item: 'ecs', quantity: 1 }] } }
    const granted: readonly HistoryEvent[] = [{ event: 'approved', on: '2026-01-01', grants }]
    expect(flagsOf({ vcpus: 5 }, { ...asking, history: granted })).toEqual([])
    expect(flagsOf({ vcpus: 4 }, { ...asking, history: granted })).toEqual(['large'])
  })

  it('is marked once, by its size or by hand', () => {
    const marked: readonly HistoryEvent[] = [{ event: 'submitted', on: '2026-01-01', conditions: ['large'] }]
    expect(flagsOf({ vcpus: 1 }, { ...asking, history: marked })).toEqual(['large'])
    expect(flagsOf(undefined, { ...asking, history: marked })).toEqual(['large'])
  })

  it('is measured by the versions of the day, and an item that has none yet weighs nothing', () => {
    const before: readonly HistoryEvent[] = [{ event: 'submitted', on: '2019-12-31' }]
    expect(flagsOf({ vcpus: 1 }, { ...asking, history: before })).toEqual([])
    const onTheDay: readonly HistoryEvent[] = [{ event: 'submitted', on: '2020-01-01' }]
    expect(flagsOf({ vcpus: 1 }, { ...asking, history: onTheDay })).toEqual(['large'])
  })

  it('is measured by the last version where its successor is late', () => {
    const ended = items.map(one => ({
      ...one,
      versions: one.versions.map(own => ({ ...own, to: '2025-12-31' })),
    }))
    expect(flagsOf({ vcpus: 12 }, asking, 0, ended)).toEqual(['large'])
    expect(flagsOf({ vcpus: 13 }, asking, 0, ended)).toEqual([])
  })
})
