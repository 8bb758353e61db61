import { describe, expect, it } from 'vitest'
import type { SystemManifest, SystemZone, ZoneGrant } from '../../generated/types/system.ts'
import { type DesiredSystem, desiredState } from '../../lib/desired-state/index.ts'
import { modelOf, system } from './model.ts'
import { grantedTiers, threeTiers, tieredSystem } from './tiers.ts'

const services = [
  'egress tcp 53 203.0.113.2/32',
  'egress tcp 80 169.254.169.254/32',
  'egress udp 53 203.0.113.2/32',
]

function recordOf(one: SystemManifest, ...others: readonly SystemManifest[]): DesiredSystem {
  const plan = desiredState(modelOf({ systems: [one, ...others] })).zones.find(
    ({ zone }) => zone.id === 'internet',
  )
  const { jurisdiction, unit, id } = one.metadata
  const record = plan?.systems.find(({ address }) => address === `${jurisdiction}/${unit}/${id}`)
  if (record === undefined) throw new Error('the system has nothing')
  return record
}

function opened({ rules }: Pick<DesiredSystem, 'rules'>): readonly string[] {
  return rules
    .map(({ direction, protocol, ports, remote }) => `${direction} ${protocol} ${ports?.from} ${remote}`)
    .filter(text => !services.includes(text))
}

/** What each tier opens beyond what every server needs. */
function openedByTier({ tiers = [] }: DesiredSystem): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(tiers.map(tier => [tier.tier, opened(tier)]))
}

const asked = (tiers: SystemZone['tiers']): SystemZone => ({
  services: threeTiers.services,
  ...(tiers && { tiers }),
})
const given = (tiers: ZoneGrant['tiers']): ZoneGrant => ({
  services: threeTiers.services,
  ...(tiers && { tiers }),
})

describe('a system of tiers', () => {
  it('has the networks of each, and opens for each what it says alone', () => {
    const record = recordOf(tieredSystem())
    expect([record.networks, record.rules]).toEqual([[], []])
    expect(record.tiers?.map(({ tier, networks }) => [tier, networks.map(({ cidr }) => cidr)])).toEqual([
      ['app', ['10.64.0.64/26']],
      ['db', ['10.64.0.128/26']],
      ['web', ['10.64.0.0/26', 'fd6a:64:0:1::/64']],
    ])
    expect(openedByTier(record)).toEqual({
      web: ['egress tcp 8080 10.64.0.64/26', 'ingress tcp 443 0.0.0.0/0', 'ingress tcp 443 ::/0'],
      app: [
        'egress tcp 3306 10.64.0.128/26',
        'ingress tcp 7000 10.64.0.64/26',
        'ingress tcp 8080 10.64.0.0/26',
      ],
      db: ['ingress tcp 3306 10.64.0.64/26'],
    })
  })

  it('has room for all of them in its quota, and none for more', () => {
    const { network } = recordOf(tieredSystem()).quota
    expect(network).toMatchObject({
      networks: 3,
      subnets: 4,
      routers: 1,
      ports: 8 + 2 * 2 + 2 * 4,
      securityGroups: 4,
    })
    expect(network.securityGroupRules).toBe(4 + 2 * (3 * services.length + 7))
  })

  it('is as before where it has no tier: nothing says that it could have some', () => {
    const plain = system('xs/rsj/a', {
      zones: { internet: { services: threeTiers.services, network: { ipv4: '10.64.1.0/26' } } },
      history: [{ event: 'opened', on: '2026-01-01', grants: { internet: given(undefined) } }],
    })
    expect(recordOf(plain)).not.toHaveProperty('tiers')
    expect(recordOf(plain).quota.network).toMatchObject({
      networks: 1,
      subnets: 1,
      ports: 12,
      securityGroups: 2,
    })
  })

  it('opens nothing of one tier that another was granted', () => {
    const { web, app, db } = threeTiers.tiers
    const moved = asked({ web: { network: web.network }, app, db: { ...db, ingress: web.ingress } })
    expect(openedByTier(recordOf(tieredSystem(moved)))).toMatchObject({ web: [], db: [] })
    const onTheZone = { ...asked({ app, db }), network: { ipv4: '10.64.0.192/26' }, ingress: web.ingress }
    expect(opened(recordOf(tieredSystem(onTheZone)))).toEqual([])
  })

  it('opens nothing of a tier that the zone was granted beside them', () => {
    const { web, app, db } = threeTiers.tiers
    const { ingress, ...quiet } = web
    const grant = { ...given({ web: { egress: web.egress }, app: {}, db: {} }), ingress }
    const record = recordOf(tieredSystem(asked({ web: { ...quiet, ingress }, app, db }), grant))
    expect(openedByTier(record).web).toEqual(['egress tcp 8080 10.64.0.64/26'])
  })

  it('has no tier that is not granted, and none towards it', () => {
    const { web, app } = grantedTiers.tiers ?? {}
    const record = recordOf(tieredSystem(threeTiers, given({ web: web ?? {}, app: app ?? {} })))
    expect(record.tiers?.map(({ tier }) => tier)).toEqual(['app', 'web'])
    expect(openedByTier(record).app).toEqual([
      'ingress tcp 7000 10.64.0.64/26',
      'ingress tcp 8080 10.64.0.0/26',
    ])
    expect(recordOf(tieredSystem(threeTiers, given({}))).tiers).toBeUndefined()
  })

  it('has all of them by inheritance where the grant is from before openings were granted', () => {
    const record = recordOf(tieredSystem(threeTiers, given(undefined)))
    expect(record.tiers?.map(({ tier }) => tier)).toEqual(['app', 'db', 'web'])
  })

  it('exchanges from and to the tier that the exchange names, and no other', () => {
    const line = { through: 'gap', protocol: 'tcp', ports: [8443], authorisedBy: '1' } as const
    const addresses = { internet: '172.31.64.0/28', extranet: '172.31.96.0/28' }
    const through = (exchange: SystemManifest['exchange']) => {
      const one = { ...tieredSystem(), ...(exchange && { exchange }) }
      const history = one.history.map(event => ({ ...event, exchange: exchange ?? [] }))
      const model = modelOf({
        systems: [{ ...one, history }],
        gateways: [{ id: 'gap', name: '网闸', zones: ['internet', 'extranet'], addresses }],
      })
      const [record] = desiredState(model).zones.flatMap(({ systems }) => systems)
      const tiers = record === undefined ? [] : Object.entries(openedByTier(record))
      return Object.fromEntries(
        tiers.map(([tier, lines]) => [tier, lines.filter(text => text.includes('172.31'))]),
      )
    }
    expect(through([{ ...line, from: 'internet', fromTier: 'app', to: 'extranet' }])).toEqual({
      web: [],
      app: ['egress tcp 8443 172.31.64.0/28'],
      db: [],
    })
    expect(through([{ ...line, from: 'extranet', to: 'internet', toTier: 'db', fromTier: 'web' }])).toEqual({
      web: [],
      app: [],
      db: ['ingress tcp 8443 172.31.64.0/28'],
    })
    expect(through([{ ...line, from: 'internet', to: 'extranet' }])).toEqual({ web: [], app: [], db: [] })
  })

  it('has none without a network', () => {
    const { web, app, db } = threeTiers.tiers
    const { network: _, ...bare } = db
    const record = recordOf(tieredSystem(asked({ web, app, db: bare })))
    expect(record.tiers?.map(({ tier }) => tier)).toEqual(['app', 'web'])
    expect(record.quota.network).toMatchObject({ networks: 2, securityGroups: 3 })
  })

  it('speaks with what is in none by that name', () => {
    const zone = {
      ...threeTiers,
      network: { ipv4: '10.64.0.192/26' },
      egress: [{ to: 'tier:db', protocol: 'tcp', ports: [3306] }],
      tiers: {
        ...threeTiers.tiers,
        db: { ...threeTiers.tiers.db, ingress: [{ from: 'untiered', protocol: 'tcp', ports: [3306] }] },
      },
    } as const satisfies SystemZone
    const { network: _, ...grant } = zone
    const record = recordOf(tieredSystem(zone, grant))
    expect(opened(record)).toEqual(['egress tcp 3306 10.64.0.128/26'])
    expect(openedByTier(record).db).toEqual(['ingress tcp 3306 10.64.0.192/26'])
  })

  it('means by its own name each part alone, as by `self`', () => {
    const ingress = [{ from: 'system:rsj/shebao', protocol: 'tcp', ports: [22] }] as const
    const { web, app, db } = threeTiers.tiers
    const zone = asked({ web, app, db: { ...db, ingress } })
    const grant = given({ ...grantedTiers.tiers, db: { ingress: [...ingress] } })
    expect(openedByTier(recordOf(tieredSystem(zone, grant))).db).toEqual(['ingress tcp 22 10.64.0.128/26'])
  })

  it('is let in by another system with all of its tiers, each as far as it sends there itself', () => {
    const ingress = [{ from: 'system:rsj/shebao', protocol: 'tcp', ports: [22], authorisedBy: '函' }] as const
    const other = system('xs/rsj/other', {
      zones: { internet: { services: threeTiers.services, network: { ipv4: '10.64.1.0/26' }, ingress } },
      history: [
        {
          event: 'opened',
          on: '2026-01-01',
          grants: { internet: { services: threeTiers.services, ingress: [...ingress] } },
        },
      ],
    })
    const part = { ...grantedTiers, tiers: { db: grantedTiers.tiers?.db ?? {} } }
    expect(opened(recordOf(other, tieredSystem(threeTiers, part)))).toEqual(['ingress tcp 22 10.64.0.128/26'])
  })
})
