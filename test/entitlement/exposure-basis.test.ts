import { describe, expect, it } from 'vitest'
import type { Exchange, HistoryEvent, IngressRule, SystemManifest } from '../../generated/types/system.ts'
import {
  askedOpenings,
  type ExposureBasis,
  exposureBasisAfter,
  exposureBasisOf,
  inheritedOpenings,
  statesExposure,
} from '../../lib/entitlement/index.ts'
import type { Opening } from '../../lib/network/exposure.ts'
import { modelOf, system } from '../desired-state/model.ts'

const services = [{ item: 'a', quantity: 1 }]
const port = (number: number): IngressRule => ({ from: 'internet', protocol: 'tcp', ports: [number] })
const exchange: readonly Exchange[] = [
  { through: 'gap', from: 'internet', to: 'extranet', protocol: 'tcp', ports: [9], authorisedBy: '函1' },
]

/** From when a grant says what it opens, unless a platform names no such day. */
const from = '2026-03-01'

const silent = { internet: { services } }
const stating = { internet: { services, ingress: [port(443)] } }

function manifestWith(history: readonly HistoryEvent[]): SystemManifest {
  return system('lantian/unit/menhu', {
    zones: { internet: { services, ingress: [port(80)] } },
    history: [...history],
  })
}

function modelWith(value: SystemManifest, asOf = '2026-11-23', since: readonly string[] = [from]) {
  const [day] = since
  return modelOf({ systems: [value], asOf, ...(day !== undefined && { exposure: { from: day } }) })
}

/** A basis with its openings as the ports that they open, and without its tiers. */
function basisOn(day: string, history: readonly HistoryEvent[], since?: readonly string[]) {
  const value = manifestWith(history)
  return told(exposureBasisOf(modelWith(value, day, since), value, day))
}

function told({ openings, tiers: _tiers, ...basis }: ExposureBasis) {
  return { ...basis, ports: portsOf(openings) }
}

const portsOf = (openings: readonly Opening[]) => openings.flatMap(({ ports }) => ports ?? ['every'])

describe('a grant states what is open', () => {
  it.each<[string, Omit<HistoryEvent, 'event' | 'on'>, boolean]>([
    ['by ingress', { grants: stating }, true],
    ['by egress', { grants: { internet: { services, egress: [] } } }, true],
    ['by ingress that it leaves empty', { grants: { internet: { services, ingress: [] } } }, true],
    ['in one of its zones', { grants: { ...silent, extranet: { services, ingress: [] } } }, true],
    ['by exchange', { grants: silent, exchange }, true],
    ['by exchange that it leaves empty', { exchange: [] }, true],
    ['in none', { grants: silent }, false],
    ['where it grants nothing', {}, false],
  ])('%s: %o, %s', (_title, said, states) => {
    expect(statesExposure({ event: 'opened', on: '2026-01-01', ...said })).toBe(states)
  })
})

describe('the openings of a system rest', () => {
  const early: HistoryEvent = { event: 'opened', on: '2026-01-10', grants: silent }
  const late: HistoryEvent = { event: 'changed', on: '2026-04-01', grants: stating }

  it('on nothing before its first grant', () => {
    expect(basisOn('2026-01-09', [early])).toEqual({ kind: 'none', ports: [] })
    expect(basisOn('2026-01-09', [])).toEqual({ kind: 'none', ports: [] })
  })

  it('on the grant of the day once grants say what is open', () => {
    expect(basisOn('2026-04-01', [early, late])).toEqual({ kind: 'granted', event: 1, ports: [443] })
    expect(basisOn('2026-03-31', [early, late])).toMatchObject({ kind: 'inherited', event: 0 })
  })

  it('with the tiers that go with them, zone by zone', () => {
    const tiers = { web: { ingress: [port(443)] }, db: {} }
    const granted = { ...early, grants: { internet: { services, tiers }, extranet: { services } } }
    const value = manifestWith([granted])
    const tiersOn = (day: string) => exposureBasisOf(modelWith(value, day), value, day).tiers
    expect(tiersOn('2026-01-09')).toEqual(new Map())
    expect(tiersOn('2026-01-10')).toEqual(
      new Map([
        ['internet', new Set(['web', 'db'])],
        ['extranet', new Set()],
      ]),
    )
    expect(statesExposure({ ...early, grants: { internet: { services, tiers: {} } } })).toBe(true)
  })

  it('on a grant that states them, whenever it was', () => {
    expect(basisOn('2026-11-23', [{ ...early, grants: stating }])).toEqual({
      kind: 'granted',
      event: 0,
      ports: [443],
    })
    expect(basisOn('2026-11-23', [{ ...early, exchange }], [])).toEqual({
      kind: 'granted',
      event: 0,
      ports: [9],
    })
  })

  it.each([
    ['2026-02-28', { kind: 'inherited', event: 0, record: undefined, ports: [80] }],
    ['2026-03-01', { kind: 'granted', event: 0, ports: [] }],
    ['2026-03-02', { kind: 'granted', event: 0, ports: [] }],
  ])('for a grant of %s that states none: %o', (on, basis) => {
    expect(basisOn('2026-11-23', [{ ...early, on }])).toEqual(basis)
  })

  it('on the manifest for every grant that states none where the platform names no day', () => {
    expect(basisOn('2026-11-23', [{ ...early, on: '2026-04-01' }], [])).toEqual({
      kind: 'inherited',
      event: 0,
      record: undefined,
      ports: [80],
    })
  })

  it('on what a request says of them while it waits, from its day on', () => {
    const inherited = { zones: { internet: { ingress: [port(22)] } }, exchange }
    const asked: HistoryEvent = { event: 'asked', on: '2026-05-01', inherited }
    const history = [early, { event: 'noted', on: '2026-02-01' }, asked]
    expect(basisOn('2026-05-01', history)).toEqual({
      kind: 'inherited',
      event: 0,
      record: 2,
      ports: [22, 9],
    })
    expect(basisOn('2026-04-30', history)).toEqual({
      kind: 'inherited',
      event: 0,
      record: undefined,
      ports: [80],
    })
  })

  it('on the first such request after the grant, and on none before it', () => {
    const saying = (number: number): HistoryEvent => ({
      event: 'asked',
      on: '2026-02-01',
      inherited: { zones: { internet: { ingress: [port(number)] } } },
    })
    const again: HistoryEvent = { event: 'changed', on: '2026-02-02', grants: silent }
    expect(basisOn('2026-11-23', [early, saying(22), saying(23)])).toMatchObject({ record: 1, ports: [22] })
    expect(basisOn('2026-11-23', [early, saying(22), again])).toMatchObject({
      event: 2,
      record: undefined,
      ports: [80],
    })
  })

  it('on a request that says that nothing is open', () => {
    const asked: HistoryEvent = { event: 'asked', on: '2026-05-01', inherited: {} }
    expect(basisOn('2026-11-23', [early, asked])).toMatchObject({ kind: 'inherited', record: 1, ports: [] })
  })

  it('after so many of its events on these alone, whatever their days', () => {
    const value = manifestWith([
      { ...early, on: '2027-01-01' },
      { ...late, on: '2027-02-01' },
    ])
    const model = modelWith(value)
    const basisAfter = (events: number) => told(exposureBasisAfter(model, value, events))
    expect(basisAfter(0)).toEqual({ kind: 'none', ports: [] })
    expect(basisAfter(1)).toEqual({ kind: 'granted', event: 0, ports: [] })
    expect(basisAfter(2)).toEqual({ kind: 'granted', event: 1, ports: [443] })
  })

  it('apart from what its manifest asks for', () => {
    expect(portsOf(askedOpenings(manifestWith([early, late])))).toEqual([80])
  })
})

describe('what a system has open because nobody has granted openings', () => {
  const opened: HistoryEvent = { event: 'opened', on: '2026-01-10', grants: silent }
  const openOn = (day: string, history: readonly HistoryEvent[]) => {
    const model = modelWith(manifestWith(history), day)
    return model.systems.flatMap(one => portsOf(inheritedOpenings(model, one)))
  }

  it('is what its manifest asks for while it stands on a grant from before', () => {
    expect(openOn('2026-01-10', [opened])).toEqual([80])
    expect(openOn('2026-01-09', [opened])).toEqual([])
  })

  it('is nothing once it is over', () => {
    expect(openOn('2026-05-01', [opened, { event: 'closed', on: '2026-05-01' }])).toEqual([])
    expect(openOn('2026-04-30', [opened, { event: 'closed', on: '2026-05-01' }])).toEqual([80])
  })

  it('is nothing on a grant that says what is open', () => {
    expect(openOn('2026-04-01', [{ ...opened, on: '2026-04-01', grants: stating }])).toEqual([])
  })
})
