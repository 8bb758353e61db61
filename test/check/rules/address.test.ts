import { describe, expect, it } from 'vitest'
import { ruleGroups } from '../../../lib/check/index.ts'
import {
  at,
  type Change,
  describeRules,
  foundIn,
  modelWith,
  newFindings,
  placeOf,
  relatedPlaces,
} from '../rule-table.ts'
import { addressCases } from './address.cases.ts'
import { gapInternet, internetPools, network, secondPool } from './address-edits.ts'
import { platform, shebao, xueji, zhaosheng } from './files.ts'
import { modelWithZones } from './platform-edits.ts'

describeRules('rules about addresses', ruleGroups.address, addressCases)

const address = 'xishuangbanna/rensheju/shebao-jingban'

describe('a finding about an address', () => {
  it.each([
    ['10.64.0.192/026', 'prefix length without a leading zero'],
    ['10.64.0/26', 'IPv4 takes four decimal parts'],
    ['10.64.0.192/33', 'longer than the address'],
    ['::ffff:10.64.0.192/122', 'is not written as IPv6'],
    ['fd6a:4b1e:64:9::/64', 'an IPv4 network belongs here'],
  ])('says of %s what is wrong with it', (cidr, fault) => {
    const [found] = newFindings('TY3201', [network('ipv4', `"${cidr}"`)])
    expect(found?.message.en).toContain(`${cidr}: `)
    expect(found?.message.en).toContain(fault)
  })

  it.each([
    ['ipv4', '10.64.0.193/26', '10.64.0.192/26', true],
    ['ipv6', 'fd6a:4b1e:64:7::1/64', 'fd6a:4b1e:64:7::/64', true],
    ['ipv6', 'FD6A:4b1e:64:7::/64', 'fd6a:4b1e:64:7::/64', false],
  ] as const)('under %s offers for %s the text %s', (family, written, canonical, hostBits) => {
    const [found] = newFindings('TY3202', [network(family, written)])
    expect(found?.fix?.replacement).toBe(canonical)
    expect(found?.message.en.includes('host bits')).toBe(hostBits)
  })

  it('outside the pools names those of the same version, and points to the pools', () => {
    const changes = [secondPool('10.20.0.0/16', 22, 28), network('ipv4', '10.30.0.0/26')]
    const found = newFindings('TY3203', changes)
    expect(found.map(({ message }) => message.en.split(', ').slice(1))).toEqual([
      ['10.20.0.0/16', '10.64.0.0/12'],
    ])
    expect(relatedPlaces(found)).toEqual([
      [placeOf(at(platform, '|addressPools:\n      - { id: second'), changes)],
    ])
    expect(found[0]?.fix?.message.en).toContain(`tenantry allocate ${address} --write`)
  })

  it('of a size points to the bounds of the pool around it', () => {
    const changes = [secondPool('10.20.0.0/16', 18, 20), network('ipv4', '10.66.0.0/21')]
    const found = newFindings('TY3204', changes)
    expect(found.map(({ message }) => message.en.match(/\/\d+(?= and|$)/g))).toEqual([['/22', '/28']])
    expect(relatedPlaces(found)).toEqual([
      [placeOf(at(platform, `${internetPools}, prefixLength: |{`), changes)],
    ])
  })

  it('about an overlap names the elder system and its zone, and points to its network', () => {
    const findings = newFindings('TY3205', [network('ipv4', '10.64.0.32/27')])
    const [found] = findings
    expect(found?.message.en).toContain('10.64.0.32/27 overlaps 10.64.0.0/26')
    expect(found?.message.en).toContain('ningwu/jiaoyuju/zhaosheng-baoming has in the Internet zone')
    expect(relatedPlaces(findings)).toEqual([[placeOf(at(zhaosheng, 'ipv4: |10.64.0.0/26'))]])
    expect(found?.fix?.message.en).toContain(`tenantry allocate ${address} --write`)
  })

  it.each([
    ['203.0.113.0/26', 'egress network 203.0.113.0/24', 'ipv4: |203.0.113.0/24'],
    ['172.31.64.0/26', 'gateway address 172.31.64.0/28', 'internet: |172.31.64.0/28'],
  ])('on the platform says of %s whose it is', (cidr, whose, mark) => {
    const found = newFindings('TY3206', [network('ipv4', cidr)])
    expect(found[0]?.message.en).toContain(whose)
    expect(relatedPlaces(found)).toEqual([[placeOf(at(platform, mark))]])
  })

  it.each([
    [
      '10.96.0.0/28',
      'gateway address 10.96.0.0/28 overlaps the address pool 10.96.0.0/12',
      'cidr: |10.96.0.0/12',
    ],
    [
      '203.0.113.0/28',
      'gateway address 203.0.113.0/28 overlaps the egress network 203.0.113.0/24',
      'ipv4: |203.0.113.0/24',
    ],
  ])('within the platform says of %s what it overlaps', (cidr, overlap, mark) => {
    const changes: readonly Change[] = [[platform, gapInternet, cidr]]
    const found = newFindings('TY3207', changes)
    expect(found[0]?.message.en).toContain(overlap)
    expect(relatedPlaces(found)).toEqual([[placeOf(at(platform, mark), changes)]])
  })

  it('that there is no room for names network and numbers, and points to what takes the most', () => {
    const servers = '          - { item: ecs.domestic.4c8g, quantity: 2 }\n'
    const many = servers.replace('2 }', '11 }')
    const changes: readonly Change[] = [
      [xueji, 'ipv4: 10.96.0.0/26', 'ipv4: 10.96.0.0/28'],
      [xueji, servers, `          - { item: net.ports, quantity: 3 }\n${many}`],
    ]
    const found = newFindings('TY3225', changes)
    expect(found.map(({ message }) => message.en.match(/[\d./]+\d/g))).toEqual([['10.96.0.0/28', '11', '14']])
    expect(relatedPlaces(found)).toEqual([[placeOf(at(xueji, 'quantity: |11'), changes)]])
  })

  it('of IPv6 that a pool gives wrongly points to the pool', () => {
    const pool = 'id: internet-ipv6, cidr: "fd6a:4b1e:64::/48", prefixLength: { min: '
    const changes: readonly Change[] = [[platform, `${pool}64, default: 64`, `${pool}56, default: 60`]]
    const found = newFindings('TY3223', changes)
    expect(relatedPlaces(found)).toEqual([
      [placeOf(at(platform, 'id: internet-ipv6, cidr: |"fd6a'), changes)],
    ])
  })

  it('of a name server points to where it was named first', () => {
    const changes: readonly Change[] = [[platform, '203.0.113.3]', '203.0.113.3, 203.0.113.2]']]
    expect(relatedPlaces(newFindings('TY3228', changes))).toEqual([
      [placeOf(at(platform, '[|203.0.113.2'), changes)],
    ])
  })

  it.each([
    ['198.51.100.1', 'the gateway 198.51.100.1'],
    ['198.51.100.3', 'the name server 198.51.100.3'],
  ])('of a range with %s says whose that is', (address, whose) => {
    const v4 = '      ipv4: 198.51.100.0/24\n'
    const range = `      allocation: [{ from: ${address}, to: ${address} }]\n`
    const [found] = newFindings('TY3227', [[platform, v4, v4 + range]])
    expect(found?.message.en).toContain(whose)
  })

  it('that is missing is an error, and a warning where only IPv6 is', () => {
    const whole = newFindings('TY3208', [
      [shebao, '    network: { ipv4: 10.64.0.192/26, ipv6: fd6a:4b1e:64:7::/64 }\n', ''],
    ])
    const half = newFindings('TY3209', [[shebao, ', ipv6: fd6a:4b1e:64:7::/64', '']])
    expect([...whole, ...half].map(({ severity }) => severity)).toEqual(['error', 'warning'])
    for (const { message, fix } of [...whole, ...half]) {
      expect(message.en).toContain('Internet zone')
      expect(fix?.message.en).toContain(`tenantry allocate ${address} --write`)
    }
  })
})

describe('a model that no schema has seen', () => {
  const inZones = (...zones: readonly string[]) =>
    modelWith(shebao, value => ({
      ...value,
      zones: Object.fromEntries(
        zones.map(zone => [zone, { network: { ipv4: '192.168.0.0/16' }, services: [] }]),
      ),
    }))

  it.each(['TY3203', 'TY3204', 'TY3205'])(
    'has by %s no fault in zones that the platform does not have',
    code => {
      expect(foundIn(code, inZones('elsewhere', 'nowhere'))).toEqual([])
    },
  )

  it('has by TY3205 a fault where two systems share addresses in such a zone', () => {
    const model = inZones('elsewhere')
    const [system] = model.systems.filter(one => one.address === address)
    const twin = system === undefined ? [] : [{ ...system, address: `${address}-2` }]
    expect(foundIn('TY3205', { ...model, systems: [...model.systems, ...twin] })).toHaveLength(1)
  })

  it('has by TY3210 a fault where an IPv6 prefix is longer than 128', () => {
    const sized = (max: number) =>
      foundIn(
        'TY3210',
        modelWithZones(zone => ({
          ...zone,
          addressPools: zone.addressPools.map(pool =>
            pool.cidr.includes(':') ? { ...pool, prefixLength: { ...pool.prefixLength, max } } : pool,
          ),
        })),
      ).map(({ path }) => path.slice(1))
    expect(sized(128)).toEqual([])
    expect(sized(129)).toEqual([
      ['internet', 'addressPools', 1, 'prefixLength', 'max'],
      ['extranet', 'addressPools', 1, 'prefixLength', 'max'],
    ])
  })
})
