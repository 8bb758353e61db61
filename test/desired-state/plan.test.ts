import { describe, expect, it } from 'vitest'
import type { PlatformZone } from '../../generated/types/platform.ts'
import type { IngressRule, SystemManifest, SystemZone, ZoneGrant } from '../../generated/types/system.ts'
import { type DesiredSystem, desiredState } from '../../lib/desired-state/index.ts'
import { item, type ModelParts, modelOf, system, zone } from './model.ts'

const granted: ZoneGrant = { services: [{ item: 'ecs.small', quantity: 2 }] }

function opened(grants: Readonly<Record<string, ZoneGrant>>): SystemManifest['history'] {
  return [{ event: 'opened', on: '2025-01-01', grants }]
}

function live(
  address: string,
  zones: Readonly<Record<string, Omit<SystemZone, 'services'>>>,
): SystemManifest {
  const declared = Object.entries(zones).map(([id, given]) => [id, { services: granted.services, ...given }])
  const grants = Object.fromEntries(Object.keys(zones).map(id => [id, granted]))
  return system(address, { zones: Object.fromEntries(declared), history: opened(grants) })
}

function recordsIn(zoneId: string, parts: ModelParts): readonly DesiredSystem[] {
  const plan = desiredState(modelOf(parts)).zones.find(({ zone }) => zone.id === zoneId)
  return plan?.systems ?? []
}

function rulesOf(zoneId: string, address: string, parts: ModelParts): readonly string[] {
  const record = recordsIn(zoneId, parts).find(record => record.address === address)
  return (record?.rules ?? []).map(({ direction, protocol, ports, remote }) =>
    [direction, protocol, ports === undefined ? 'all' : `${ports.from}-${ports.to}`, remote].join(' '),
  )
}

const network = { ipv4: '10.96.0.0/26' }
const services = [
  'egress tcp 53-53 198.51.100.2/32',
  'egress tcp 80-80 169.254.169.254/32',
  'egress udp 53-53 198.51.100.2/32',
]

describe('who is in the plan', () => {
  it('is a system that its regulation gives resources, in the zones that its grant names', () => {
    const parts = {
      systems: [
        live('xs/rsj/a', { internet: {}, extranet: {} }),
        system('xs/rsj/b', { zones: {}, history: opened({ extranet: granted }) }),
        system('xs/rsj/c', { history: [] }),
      ],
    }
    expect(recordsIn('internet', parts).map(record => record.address)).toEqual(['xs/rsj/a'])
    expect(recordsIn('extranet', parts).map(record => record.address)).toEqual(['xs/rsj/a', 'xs/rsj/b'])
  })

  it('is nobody before the grant and after the end', () => {
    const history = [
      ...opened({ internet: granted }),
      { event: 'closed', on: '2026-06-30' },
    ] satisfies SystemManifest['history']
    const on = (asOf: string) =>
      recordsIn('internet', { systems: [system('xs/rsj/a', { history })], asOf }).length
    expect([on('2024-12-31'), on('2025-01-01'), on('2026-06-29'), on('2026-06-30')]).toEqual([0, 1, 1, 0])
  })

  it('is a system on trial too, and the record says so', () => {
    const history: SystemManifest['history'] = [
      { event: 'tried', on: '2026-01-01', grants: { internet: granted } },
    ]
    expect(recordsIn('internet', { systems: [system('xs/rsj/a', { history })] })[0]?.standing).toBe('trial')
    const after = [...history, { event: 'opened', on: '2026-02-01' }]
    expect(recordsIn('internet', { systems: [system('xs/rsj/a', { history: after })] })[0]?.standing).toBe(
      'formal',
    )
  })

  it('is in the order of addresses, whatever the order of files', () => {
    const systems = ['xs/b/b', 'xs/a/z', 'dt/c/c'].map(address => live(address, { internet: {} }))
    const plan = desiredState(modelOf({ systems }))
    expect(desiredState(modelOf({ systems: systems.toReversed() }))).toEqual(plan)
    expect(plan.zones[1]?.systems.map(record => record.address)).toEqual(['dt/c/c', 'xs/a/z', 'xs/b/b'])
    expect(plan.zones[1]?.units.map(unit => unit.address)).toEqual(['dt/c', 'xs/a', 'xs/b'])
  })
})

describe('what a grant gives', () => {
  it('follows the catalogue version that is valid on the day', () => {
    const fee = { price: '1.00', per: 'month', basis: '测试' } as const
    const delivery = (vcpus: number) =>
      ({ by: 'flavor', flavor: { vcpus, ramMib: 1024, diskGib: 0 } }) as const
    const grown = item('ecs.small', delivery(1), {
      versions: [
        { from: '2020-01-01', to: '2024-12-31', fee, delivery: delivery(1) },
        { from: '2025-01-01', to: '2025-12-31', fee: { ...fee, price: '2.00' }, delivery: delivery(1) },
        { from: '2026-01-01', fee, delivery: delivery(4) },
      ],
    })
    const systems = [live('xs/rsj/a', { internet: {} })]
    const on = (asOf: string) => {
      const record = recordsIn('internet', { systems, items: [grown], asOf })[0]
      return [record?.quota.compute.cores, record?.flavors[0]?.edition]
    }
    expect(on('2025-06-01')).toEqual([2, 1])
    expect(on('2026-06-01')).toEqual([8, 2])
  })

  it('is the flavors of the pool that was granted', () => {
    const exclusive = { ...granted, pool: 'exclusive' }
    const history = opened({ internet: exclusive, extranet: granted })
    const parts = { systems: [system('xs/rsj/a', { history })] }
    expect(recordsIn('internet', parts)[0]?.flavors).toEqual([
      { item: 'ecs.small', pool: 'exclusive', edition: 1 },
    ])
    expect(recordsIn('extranet', parts)[0]?.flavors).toEqual([
      { item: 'ecs.small', pool: 'shared', edition: 1 },
    ])
  })

  it('is an uplink as wide as all granted addresses together, and none without an address', () => {
    const services = [{ item: 'eip.10m', quantity: 2 }, ...granted.services]
    const history = opened({ internet: { services }, extranet: granted })
    const parts = { systems: [system('xs/rsj/a', { history })] }
    expect(recordsIn('internet', parts)[0]?.uplink).toEqual({ bandwidthKbps: 20_000 })
    expect(recordsIn('internet', parts)[0]?.quota.network.floatingIps).toBe(2)
    expect(recordsIn('extranet', parts)[0]).not.toHaveProperty('uplink')
  })

  it('is nothing for a line that is not in force, unknown, or delivered by hand', () => {
    const services = [
      { item: 'ecs.small', quantity: 1, to: '2025-12-31' },
      { item: 'ecs.large', quantity: 1, from: '2027-01-01' },
      { item: 'ecs.unknown', quantity: 1 },
      { item: 'sec.waf', quantity: 1 },
    ]
    const record = recordsIn('internet', {
      systems: [system('xs/rsj/a', { history: opened({ internet: { services } }) })],
    })[0]
    expect([record?.quota.compute.instances, record?.flavors, record?.volumeTypes]).toEqual([0, [], []])
  })
})

describe('networks and rules', () => {
  it('takes networks that lie in a pool of the zone, in canonical form, IPv4 first', () => {
    const both = { ipv4: '10.64.0.0/26', ipv6: 'FD6A:0064:0:1::/64' }
    const outside = { ipv4: '192.168.0.0/26' }
    const parts = {
      systems: [live('xs/rsj/a', { internet: { network: both }, extranet: { network: outside } })],
    }
    expect(recordsIn('internet', parts)[0]?.networks).toEqual([
      { ipVersion: 4, cidr: '10.64.0.0/26', addressPool: 'v4' },
      { ipVersion: 6, cidr: 'fd6a:64:0:1::/64', addressPool: 'v6' },
    ])
    expect(recordsIn('extranet', parts)[0]?.networks).toEqual([])
  })

  it('opens what every server needs and nothing else', () => {
    expect(
      rulesOf('extranet', 'xs/rsj/a', { systems: [live('xs/rsj/a', { extranet: { network } })] }),
    ).toEqual(services)
  })

  it('resolves self, a network and a system of the same jurisdiction to networks', () => {
    const ingress = [
      { from: 'self', protocol: 'tcp', ports: [22, '8000-8010'] },
      { from: '10.97.0.0/16', protocol: 'icmp' },
      { from: 'system:gaj/hukou', protocol: 'udp', ports: [514] },
    ] as const
    const parts = {
      systems: [
        live('xs/rsj/a', { extranet: { network, ingress } }),
        live('xs/gaj/hukou', { extranet: { network: { ipv4: '10.96.1.0/26' } } }),
        live('dt/gaj/hukou', { extranet: { network: { ipv4: '10.96.2.0/26' } } }),
      ],
    }
    expect(rulesOf('extranet', 'xs/rsj/a', parts)).toEqual([
      ...services,
      'ingress icmp all 10.97.0.0/16',
      'ingress tcp 22-22 10.96.0.0/26',
      'ingress tcp 8000-8010 10.96.0.0/26',
      'ingress udp 514-514 10.96.1.0/26',
    ])
  })

  it('lets servers without IPv4 ask for their metadata by its IPv6 address', () => {
    const parts = { systems: [live('xs/rsj/a', { internet: { network: { ipv6: 'fd6a:64:0:1::/64' } } })] }
    const own = rulesOf('internet', 'xs/rsj/a', parts)
    expect(own).toContain('egress tcp 80-80 fe80::a9fe:a9fe/128')
    expect(own.filter(rule => rule.includes('169.254'))).toEqual([])
    const dual = { network: { ipv4: '10.64.0.0/26', ipv6: 'fd6a:64:0:1::/64' } }
    const both = rulesOf('internet', 'xs/rsj/a', { systems: [live('xs/rsj/a', { internet: dual })] })
    expect(both).toContain('egress tcp 80-80 169.254.169.254/32')
    expect(both.filter(rule => rule.includes('fe80'))).toEqual([])
  })

  it('opens kinds of ICMP message by their number in each IP version', () => {
    const zone = { network: { ipv4: '10.64.0.0/26', ipv6: 'fd6a:64:0:1::/64' } }
    const ingress = [
      { from: 'self', protocol: 'icmp', icmpTypes: ['echo-request', 'time-exceeded'] },
    ] as const
    const parts = { systems: [live('xs/rsj/a', { internet: { ...zone, ingress } })] }
    const own = recordsIn('internet', parts)[0]?.rules.filter(({ protocol }) => protocol === 'icmp')
    expect(own?.map(({ ipVersion, icmpType, remote }) => [ipVersion, icmpType, remote])).toEqual([
      [4, 8, '10.64.0.0/26'],
      [4, 11, '10.64.0.0/26'],
      [6, 3, 'fd6a:64:0:1::/64'],
      [6, 128, 'fd6a:64:0:1::/64'],
    ])
  })

  it('lets VRRP out to its group, in the IP versions that the system has, and in from its own network', () => {
    const rule = { protocol: 'vrrp' } as const
    const declared = { network, ingress: [{ from: 'self', ...rule }], egress: [{ to: 'self', ...rule }] }
    const parts = { systems: [live('xs/rsj/a', { extranet: declared })] }
    expect(rulesOf('extranet', 'xs/rsj/a', parts).filter(text => text.includes('vrrp'))).toEqual([
      'egress vrrp all 10.96.0.0/26',
      'egress vrrp all 224.0.0.18/32',
      'ingress vrrp all 10.96.0.0/26',
    ])
  })

  it('opens nothing towards a system that has no resources, for its network may be another’s tomorrow', () => {
    const ingress = [{ from: 'system:gaj/hukou', protocol: 'tcp', ports: [443] }] as const
    const peer = live('xs/gaj/hukou', { extranet: { network: { ipv4: '10.96.1.0/26' } } })
    const gone = { ...peer, history: [...peer.history, { event: 'closed', on: '2026-01-01' }] }
    const systems = [live('xs/rsj/a', { extranet: { network, ingress } }), gone]
    expect(rulesOf('extranet', 'xs/rsj/a', { systems })).toEqual(services)
  })

  it('opens to the internet in an internet zone alone, by the families that the system has', () => {
    const ingress = [{ from: 'internet', protocol: 'tcp', ports: [443] }] as const
    const declared = { network: { ipv4: '10.64.0.0/26' }, ingress }
    const zones = { internet: declared, extranet: { network, ingress } }
    const parts = { systems: [live('xs/rsj/a', zones)] }
    const open = (zoneId: string) => rulesOf(zoneId, 'xs/rsj/a', parts).filter(rule => rule.includes('443'))
    expect(open('internet')).toEqual(['ingress tcp 443-443 0.0.0.0/0'])
    expect(open('extranet')).toEqual([])
    const dual = { network: { ...declared.network, ipv6: 'fd6a:64:0:1::/64' }, ingress }
    const dualParts = { systems: [live('xs/rsj/a', { internet: dual })] }
    expect(rulesOf('internet', 'xs/rsj/a', dualParts).filter(rule => rule.includes('443'))).toEqual([
      'ingress tcp 443-443 0.0.0.0/0',
      'ingress tcp 443-443 ::/0',
    ])
  })

  it('exchanges with the gateway’s address in each zone, never with the other zone', () => {
    const exchange = [
      { through: 'gap', from: 'internet', to: 'extranet', protocol: 'tcp', ports: [8443], authorisedBy: '1' },
    ] as const
    const addresses = { internet: '172.31.64.0/28', extranet: '172.31.96.0/28' }
    const zones = { internet: { network: { ipv4: '10.64.0.0/26' } }, extranet: { network } }
    const parts = {
      systems: [{ ...live('xs/rsj/a', zones), exchange }],
      gateways: [{ id: 'gap', name: '网闸', zones: ['internet', 'extranet'], addresses }],
    }
    const through = (zoneId: string) =>
      rulesOf(zoneId, 'xs/rsj/a', parts).filter(rule => rule.includes('8443'))
    expect(through('internet')).toEqual(['egress tcp 8443-8443 172.31.64.0/28'])
    expect(through('extranet')).toEqual(['ingress tcp 8443-8443 172.31.96.0/28'])
    expect(through('extranet')).not.toEqual(rulesOf('extranet', 'xs/rsj/a', { ...parts, gateways: [] }))
  })

  describe('what is open of what is asked for', () => {
    const web: IngressRule = { from: 'internet', protocol: 'tcp', ports: [443, 22] }
    const asks = {
      internet: { services: granted.services, network: { ipv4: '10.64.0.0/26' }, ingress: [web] },
    }
    const gateways = [
      { id: 'gap', name: '网闸', zones: ['internet', 'extranet'], addresses: { internet: '172.31.64.0/28' } },
    ]
    const exchange = [
      {
        through: 'gap',
        from: 'internet',
        to: 'extranet',
        protocol: 'tcp',
        ports: [8443],
        authorisedBy: '函',
      },
    ] as const
    const ingress = (history: SystemManifest['history'], more: Partial<ModelParts> = {}) =>
      rulesOf('internet', 'xs/rsj/a', {
        systems: [system('xs/rsj/a', { zones: asks, exchange, history })],
        gateways,
        ...more,
      }).filter(rule => rule.startsWith('ingress') || rule.includes('172.31'))
    const grant = (on: string, more: object = {}): SystemManifest['history'][number] => ({
      event: 'opened',
      on,
      grants: { internet: { ...granted, ...more } },
    })
    const all = [
      'egress tcp 8443-8443 172.31.64.0/28',
      'ingress tcp 22-22 0.0.0.0/0',
      'ingress tcp 443-443 0.0.0.0/0',
    ]
    const exposure = { from: '2026-06-01' }

    it('is all of it while nothing says what is granted', () => {
      expect(ingress([grant('2026-05-31')])).toEqual(all)
      expect(ingress([grant('2026-11-01')])).toEqual(all)
    })

    it('is all of it after the day from which openings are granted, where the grant is older', () => {
      expect(ingress([grant('2026-05-31')], { exposure })).toEqual(all)
      expect(ingress([grant('2026-05-31')], { exposure, asOf: '2036-01-01' })).toEqual(all)
    })

    it('is what the grant says from that day on, and nothing where it says nothing', () => {
      expect(ingress([grant('2026-06-01')], { exposure })).toEqual([])
      expect(ingress([grant('2026-06-01', { ingress: [{ ...web, ports: [443] }] })], { exposure })).toEqual([
        'ingress tcp 443-443 0.0.0.0/0',
      ])
      expect(ingress([{ ...grant('2026-06-01', { ingress: [web] }), exchange }], { exposure })).toEqual(all)
    })

    it('is what a grant says before that day too', () => {
      expect(ingress([grant('2026-05-31', { ingress: [] })], { exposure })).toEqual([])
      expect(ingress([grant('2026-05-31', { egress: [] })])).toEqual([])
      expect(ingress([{ ...grant('2026-05-31'), exchange }])).toEqual(all.slice(0, 1))
    })

    it('is never more than is asked for', () => {
      const wide = [{ from: 'internet', protocol: 'tcp', ports: ['1-65535'] }]
      expect(ingress([{ ...grant('2026-06-01', { ingress: wide }), exchange }], { exposure })).toEqual(all)
    })

    it('is what a request says is inherited, until the next grant', () => {
      const record = { zones: { internet: { ingress: [{ ...web, ports: [443] }] } } }
      const asking = { event: 'noted', on: '2026-07-01', inherited: record }
      const history = [grant('2026-05-31'), asking]
      const answered = [...history, { ...grant('2026-08-01', { ingress: [web] }), event: 'changed' }]
      expect(ingress(history, { exposure, asOf: '2026-06-30' })).toEqual(all)
      expect(ingress(history, { exposure, asOf: '2026-07-01' })).toEqual(['ingress tcp 443-443 0.0.0.0/0'])
      expect(ingress(answered, { exposure })).toEqual(all.slice(1))
    })

    it('ends with the days that are granted', () => {
      const until = [{ ...web, since: '2026-06-05', until: '2026-12-31' }]
      const on = (asOf: string) =>
        ingress([grant('2026-06-01', { ingress: until })], { exposure, asOf }).length
      expect([on('2026-06-04'), on('2026-06-05'), on('2026-12-31'), on('2027-01-01')]).toEqual([0, 2, 2, 0])
    })
  })

  it('says a rule once however often it is declared', () => {
    const rule = { from: 'self', protocol: 'tcp', ports: [22] } as const
    const declared = { network, ingress: [rule, { ...rule, note: '再次' }] }
    const found = rulesOf('extranet', 'xs/rsj/a', { systems: [live('xs/rsj/a', { extranet: declared })] })
    expect(found.filter(text => text.includes('22-22'))).toHaveLength(1)
  })
})

describe('the platform', () => {
  const plan = desiredState(modelOf({ systems: [] })).zones[1]

  it('has a flavor for each pool that an item may be asked for in', () => {
    expect(plan?.platform.flavors.map(({ item, pool }) => `${item} ${pool}`)).toEqual([
      'ecs.large shared',
      'ecs.small exclusive',
      'ecs.small shared',
    ])
  })

  it('has dedicated pools with their hosts, volume types with their performance, and its way out', () => {
    expect(plan?.platform.dedicatedPools).toEqual([
      { id: 'exclusive', availabilityZone: 'exclusive', hosts: ['a', 'b'] },
    ])
    expect(plan?.platform.volumeTypes.map(type => [type.name, type.qos?.specs])).toEqual([
      ['sata', undefined],
      ['ssd', { total_iops_sec: '5000' }],
    ])
    // The name server 203.0.113.2 lies in it, and the gateway is at its first address.
    expect(plan?.platform.egress.subnets).toEqual([
      { ipVersion: 4, cidr: '203.0.113.0/24', allocation: [{ from: '203.0.113.3', to: '203.0.113.254' }] },
    ])
  })

  const egressOf = (egress: Partial<PlatformZone['egress']>, nameservers: string[]) => {
    const base = zone({ class: 'internet' })
    const zones = { internet: { ...base, egress: { ...base.egress, ...egress }, nameservers } }
    return desiredState(modelOf({ systems: [], zones })).zones[0]?.platform.egress.subnets
  }

  it('leaves the gateway and the addresses to the cloud where nothing is said of them', () => {
    expect(egressOf({ ipv6: '2001:db8::/64' }, ['192.0.2.53'])).toEqual([
      { ipVersion: 4, cidr: '203.0.113.0/24' },
      { ipVersion: 6, cidr: '2001:db8::/64' },
    ])
  })

  it('gives away neither a name server nor the gateway, wherever they are', () => {
    const nameservers = ['203.0.113.200', '203.0.113.1', '203.0.113.201', '2001:db8::1', '2001:DB8::10']
    expect(egressOf({ ipv6: '2001:db8::/64', gateway: '203.0.113.254' }, nameservers)).toEqual([
      {
        ipVersion: 4,
        cidr: '203.0.113.0/24',
        gateway: '203.0.113.254',
        allocation: [
          { from: '203.0.113.2', to: '203.0.113.199' },
          { from: '203.0.113.202', to: '203.0.113.253' },
        ],
      },
      {
        ipVersion: 6,
        cidr: '2001:db8::/64',
        allocation: [
          { from: '2001:db8::2', to: '2001:db8::f' },
          { from: '2001:db8::11', to: '2001:db8::ffff:ffff:ffff:ffff' },
        ],
      },
    ])
  })

  it('gives away the ranges that are stated, in their order and in the texts that the cloud answers with', () => {
    const allocation = [
      { from: '203.0.113.64', to: '203.0.113.127' },
      { from: '203.0.113.8', to: '203.0.113.8' },
      { from: '2001:DB8::0100', to: '2001:db8:0::1ff' },
    ]
    const stated = { ipv6: '2001:db8::/64', ipv6Gateway: '2001:DB8::00fe', allocation }
    expect(egressOf(stated, [])).toEqual([
      {
        ipVersion: 4,
        cidr: '203.0.113.0/24',
        allocation: [
          { from: '203.0.113.8', to: '203.0.113.8' },
          { from: '203.0.113.64', to: '203.0.113.127' },
        ],
      },
      {
        ipVersion: 6,
        cidr: '2001:db8::/64',
        gateway: '2001:db8::fe',
        allocation: [{ from: '2001:db8::100', to: '2001:db8::1ff' }],
      },
    ])
  })

  it('names the volume types that the cloud has beside those of the catalogue, and gives nobody any of them', () => {
    const zones = { internet: zone({ class: 'internet', otherVolumeTypes: ['lvm old', 'ceph'] }) }
    const one = system('xs/rsj/one', {
      zones: { internet: granted },
      history: [{ event: 'opened', on: '2025-01-01', grants: { internet: granted } }],
    })
    const [found] = desiredState(modelOf({ systems: [one], zones })).zones
    expect(found?.platform.otherVolumeTypes).toEqual(['ceph', 'lvm old'])
    expect(found?.platform.volumeTypes.map(({ name }) => name)).toEqual(['sata', 'ssd'])
    expect(found?.systems[0]?.quota.blockStorage.volumeTypes).toEqual({
      sata: 0,
      ssd: 0,
      ceph: 0,
      'lvm old': 0,
    })
  })

  it('offers nothing that the catalogue offers elsewhere', () => {
    const zones = { other: zone({ class: 'internet' }) }
    expect(desiredState(modelOf({ systems: [], zones })).zones[0]?.platform.flavors).toEqual([])
  })
})
