import { describe, expect, it } from 'vitest'
import type { Gateway } from '../../generated/types/platform.ts'
import type { SystemManifest } from '../../generated/types/system.ts'
import {
  networkTextsIn,
  peerTextsIn,
  platformNetworksOf,
  platformTextsOf,
  poolsOf,
  reservedNetworksOf,
  routingDomainsOf,
  systemNetworksIn,
  type WrittenNetwork,
} from '../../lib/network/written-networks.ts'
import { modelOf, system, zone } from '../desired-state/model.ts'

const services = [{ item: 'a', quantity: 1 }]

function modelWith(value: SystemManifest) {
  const model = modelOf({ systems: [value] })
  const [first] = model.systems
  if (first === undefined) throw new Error('no system')
  return { model, first }
}

const places = (texts: readonly WrittenNetwork[]) =>
  texts.map(({ path, text }) => `${path.join('.')} ${text}`)

describe('the networks of the platform', () => {
  const gateway: Gateway = {
    id: 'gap',
    name: '网闸',
    zones: ['internet', 'extranet'],
    addresses: { internet: '10.64.255.1/32', extranet: 'nonsense' },
  }
  const internet = zone({ class: 'internet', nameservers: ['203.0.113.2', '2001:db8::53'] })
  const egress = { ...internet.egress, ipv6: '2001:db8:64::/64' }
  const model = modelOf({ systems: [], zones: { internet: { ...internet, egress } }, gateways: [gateway] })

  it('are its pools, egress networks, name servers and gateways, each where it is written', () => {
    expect(places(platformTextsOf(model))).toEqual([
      'zones.internet.addressPools.0.cidr 10.64.0.0/12',
      'zones.internet.addressPools.1.cidr fd6a:64::/48',
      'zones.internet.egress.ipv4 203.0.113.0/24',
      'zones.internet.egress.ipv6 2001:db8:64::/64',
      'zones.internet.nameservers.0 203.0.113.2',
      'zones.internet.nameservers.1 2001:db8::53',
      'gateways.0.addresses.internet 10.64.255.1/32',
      'gateways.0.addresses.extranet nonsense',
    ])
    const texts = platformTextsOf(model)
    expect(texts.map(({ use }) => use)).toEqual([
      'pool',
      'pool',
      'egress',
      'egress',
      'nameserver',
      'nameserver',
      'gateway',
      'gateway',
    ])
    expect(texts.map(({ version }) => version)).toEqual([
      undefined,
      undefined,
      4,
      6,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(texts.map(({ reading }) => reading.cidr?.toString()).slice(4, 6)).toEqual([
      '203.0.113.2/32',
      '2001:db8::53/128',
    ])
  })

  it('leave out name servers and what cannot be read where networks are asked for', () => {
    expect(platformNetworksOf(model).map(({ use, zone, cidr }) => `${use} ${zone} ${cidr}`)).toEqual([
      'pool internet 10.64.0.0/12',
      'pool internet fd6a:64::/48',
      'egress internet 203.0.113.0/24',
      'egress internet 2001:db8:64::/64',
      'gateway internet 10.64.255.1/32',
    ])
    expect(poolsOf(model, 'internet').map(({ cidr }) => `${cidr}`)).toEqual(['10.64.0.0/12', 'fd6a:64::/48'])
    expect(poolsOf(model, 'constructor')).toEqual([])
  })
})

describe('the addresses of an egress network', () => {
  const internet = zone({ class: 'internet' })
  const egress = {
    ...internet.egress,
    ipv6: '2001:db8:64::/64',
    gateway: '203.0.113.9',
    ipv6Gateway: '2001:db8:64::9',
    allocation: [
      { from: '203.0.113.16', to: '203.0.113.99' },
      { from: '2001:db8:64::100', to: 'nonsense' },
    ],
  }
  const model = modelOf({ systems: [], zones: { internet: { ...internet, egress } } })
  const addresses = platformTextsOf(model).filter(({ use }) => use === 'egress-address')

  it('are its gateways and the ends of what it gives away, each where it is written', () => {
    expect(places(addresses)).toEqual([
      'zones.internet.egress.gateway 203.0.113.9',
      'zones.internet.egress.ipv6Gateway 2001:db8:64::9',
      'zones.internet.egress.allocation.0.from 203.0.113.16',
      'zones.internet.egress.allocation.0.to 203.0.113.99',
      'zones.internet.egress.allocation.1.from 2001:db8:64::100',
      'zones.internet.egress.allocation.1.to nonsense',
    ])
    expect(addresses.map(({ reading }) => reading.cidr?.toString())).toEqual([
      '203.0.113.9/32',
      '2001:db8:64::9/128',
      '203.0.113.16/32',
      '203.0.113.99/32',
      '2001:db8:64::100/128',
      undefined,
    ])
  })

  it('have one version where they are gateways, and either where they are given away', () => {
    expect(addresses.map(({ version }) => version)).toEqual([
      4,
      6,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(addresses.map(text => 'version' in text)).toEqual([true, true, false, false, false, false])
  })

  it('are no networks of their own', () => {
    expect(platformNetworksOf(model).map(({ use }) => use)).toEqual(['pool', 'pool', 'egress', 'egress'])
  })
})

describe('what the platform keeps for itself', () => {
  const gateways: Gateway[] = [
    { id: 'gap', name: '网闸', zones: ['internet'], addresses: { internet: '10.64.255.0/30' } },
  ]
  const reserved = (...nameservers: readonly string[]) => {
    const internet = zone({ class: 'internet', nameservers: [...nameservers] })
    return reservedNetworksOf(modelOf({ systems: [], zones: { internet }, gateways })).map(
      ({ use, zone, cidr, path }) => `${use} ${zone} ${cidr} ${path.join('.')}`,
    )
  }
  const own = [
    'egress internet 203.0.113.0/24 zones.internet.egress.ipv4',
    'gateway internet 10.64.255.0/30 gateways.0.addresses.internet',
  ]

  it('are its networks but the pools, and the name servers in none of these', () => {
    expect(reserved('10.64.0.53', 'fd6a:64::53')).toEqual([
      ...own,
      'nameserver internet 10.64.0.53/32 zones.internet.nameservers.0',
      'nameserver internet fd6a:64::53/128 zones.internet.nameservers.1',
    ])
  })

  it('are no name servers that lie in one of them or cannot be read', () => {
    expect(reserved('203.0.113.2', '10.64.255.1', 'nonsense')).toEqual(own)
    expect(reserved()).toEqual(own)
  })

  it('are its egress networks alone where it says nothing else', () => {
    const { nameservers: _, ...quiet } = zone({ class: 'internet' })
    const model = modelOf({ systems: [], zones: { internet: quiet } })
    const { gateways: none, ...value } = model.catalogue.platform.value
    const platform = { ...model.catalogue.platform, value }
    const without = { ...model, catalogue: { ...model.catalogue, platform } }
    expect(none).toEqual([])
    expect(reservedNetworksOf(without).map(({ cidr }) => `${cidr}`)).toEqual(['203.0.113.0/24'])
    expect([...routingDomainsOf(without)]).toEqual([['internet', 'internet']])
  })
})

describe('the networks of a system', () => {
  const manifest = system('lantian/unit/menhu', {
    zones: {
      internet: { services, network: { ipv4: '10.64.0.0/26', ipv6: '10.64.0.64/26' } },
      extranet: { services, network: { ipv4: '10.96.0.0/33', ipv6: 'fd6a:96::/64' } },
      dmz: { services },
    },
    history: [{ event: 'opened', on: '2026-01-01' }],
  })

  it('are written under the key of their version', () => {
    const { first } = modelWith(manifest)
    expect(places(networkTextsIn(first))).toEqual([
      'zones.internet.network.ipv4 10.64.0.0/26',
      'zones.internet.network.ipv6 10.64.0.64/26',
      'zones.extranet.network.ipv4 10.96.0.0/33',
      'zones.extranet.network.ipv6 fd6a:96::/64',
    ])
    expect(networkTextsIn(first).map(({ version }) => version)).toEqual([4, 6, 4, 6])
  })

  it('are held where they can be read and stand under the right key', () => {
    const { model, first } = modelWith(manifest)
    expect(
      systemNetworksIn(model, first).map(({ zone, cidr, path }) => `${zone} ${cidr} ${path.at(-1)}`),
    ).toEqual(['internet 10.64.0.0/26 ipv4', 'extranet fd6a:96::/64 ipv6'])
  })

  it('are held no longer once its life is over', () => {
    const history = [...manifest.history, { event: 'closed', on: '2026-02-01' }]
    const { model, first } = modelWith({ ...manifest, history })
    expect(systemNetworksIn(model, first)).toEqual([])
    expect(systemNetworksIn({ ...model, asOf: '2026-01-31' }, first)).toHaveLength(2)
  })

  it('on the other end of its rules are those that are neither names nor systems', () => {
    const { first } = modelWith(
      system('lantian/unit/menhu', {
        zones: {
          internet: {
            services,
            ingress: [
              { from: 'internet', protocol: 'tcp', ports: [443] },
              { from: '10.0.0.1/8', protocol: 'tcp', ports: [22] },
            ],
            egress: [
              { to: 'self', protocol: 'tcp', ports: [22] },
              { to: 'system:unit/luntan', protocol: 'tcp', ports: [22] },
              { to: 'fd00::/8', protocol: 'tcp', ports: [22] },
            ],
          },
        },
      }),
    )
    expect(places(peerTextsIn(first))).toEqual([
      'zones.internet.ingress.1.from 10.0.0.1/8',
      'zones.internet.egress.2.to fd00::/8',
    ])
    expect(peerTextsIn(first).map(({ source, reading }) => [source === first, `${reading.cidr}`])).toEqual([
      [true, '10.0.0.0/8'],
      [true, 'fd00::/8'],
    ])
  })
})

describe('routing domains', () => {
  const three = Object.fromEntries(['c', 'a', 'b', 'd'].map(id => [id, zone({ class: 'extranet' })]))
  const gateway = (...zones: readonly string[]): Gateway => ({ id: zones.join(''), name: '网闸', zones })
  const domains = (...gateways: readonly Gateway[]) =>
    Object.fromEntries(routingDomainsOf(modelOf({ systems: [], zones: three, gateways })))

  it('are the zones themselves without a gateway', () => {
    expect(domains()).toEqual({ a: 'a', b: 'b', c: 'c', d: 'd' })
  })

  it('are one for zones that a gateway joins, named after the first', () => {
    expect(domains(gateway('c', 'b'))).toEqual({ a: 'a', b: 'b', c: 'b', d: 'd' })
  })

  it('are one for zones that are joined through others', () => {
    expect(domains(gateway('c', 'b'), gateway('d', 'a'), gateway('b', 'd'))).toEqual({
      a: 'a',
      b: 'a',
      c: 'a',
      d: 'a',
    })
  })

  it('take no part in gateways of zones that the platform does not have', () => {
    expect(domains(gateway('x', 'y'), gateway('x', 'd'))).toEqual({ a: 'a', b: 'b', c: 'c', d: 'd' })
  })
})
