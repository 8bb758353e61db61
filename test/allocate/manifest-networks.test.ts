import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Allocation } from '../../lib/allocate/index.ts'
import { withNetworks } from '../../lib/allocate/manifest-networks.ts'
import { exampleText, loaded } from '../example-repository.ts'

const { systems } = loaded().model
const [system] = systems
if (system === undefined) throw new Error('the examples have no system')
const ipv6: Allocation = { system, zone: 'internet', family: 'ipv6', cidr: 'fd00::/64' }
const ipv4: Allocation = { system, zone: 'internet', family: 'ipv4', cidr: '10.0.0.0/26' }

const ofTier = (tier: string): readonly Allocation[] => [
  { ...ipv4, tier },
  { ...ipv6, tier },
]
const both = '{ ipv4: 10.0.0.0/26, ipv6: fd00::/64 }'

describe('the networks of tiers', () => {
  it.each([
    [
      'tiers of several lines',
      'zones:\n  internet:\n    tiers:\n      web:\n        ingress: []\n      db:\n        egress: []\n',
      `zones:\n  internet:\n    tiers:\n      web:\n        ingress: []\n      db:\n        network: ${both}\n        egress: []\n`,
    ],
    [
      'a tier that says nothing yet',
      'zones:\n  internet:\n    tiers: { web: {}, db: {} }\n',
      `zones:\n  internet:\n    tiers: { web: {}, db: { network: ${both} } }\n`,
    ],
    [
      'a tier that has one of the two',
      'zones:\n  internet:\n    network: { ipv4: 10.0.0.0/26 }\n    tiers:\n      db:\n        network: { ipv4: 10.0.0.0/26 } # 甲\n',
      `zones:\n  internet:\n    network: { ipv4: 10.0.0.0/26 }\n    tiers:\n      db:\n        network: ${both} # 甲\n`,
    ],
  ])('are entered into %s', (_, before, after) => {
    expect(withNetworks(before, ofTier('db'))).toBe(after)
  })

  it('are entered into no manifest without the tier', () => {
    expect(() => withNetworks('zones:\n  internet:\n    services: []\n', ofTier('db'))).toThrow(
      'no zone internet with a tier db',
    )
  })
})

describe('withNetworks', () => {
  it.each([
    [
      'a flow map with one version',
      'zones:\n  internet:\n    network: { ipv4: 10.0.0.0/26 } # 甲\n    services: []\n',
      'zones:\n  internet:\n    network: { ipv4: 10.0.0.0/26, ipv6: fd00::/64 } # 甲\n    services: []\n',
    ],
    [
      'a flow map of several lines, with a comma and a comment behind its last value',
      'zones:\n  internet:\n    network: {\n      ipv4: 10.0.0.0/26, # } 甲\n    }\n    services: []\n',
      'zones:\n  internet:\n    network: {\n      ipv4: 10.0.0.0/26, ipv6: fd00::/64, # } 甲\n    }\n    services: []\n',
    ],
    [
      'a block map with one version',
      'zones:\n  internet:\n    network:\n      ipv4: 10.0.0.0/26 # 甲\n    services: []\n',
      'zones:\n  internet:\n    network:\n      ipv4: 10.0.0.0/26 # 甲\n      ipv6: fd00::/64\n    services: []\n',
    ],
    [
      'a block map at the end of a file without a line break',
      'zones:\n  internet:\n    network:\n      ipv4: 10.0.0.0/26',
      'zones:\n  internet:\n    network:\n      ipv4: 10.0.0.0/26\n      ipv6: fd00::/64',
    ],
    [
      'a zone written in one line',
      'zones:\n  internet: { services: [] }\n',
      'zones:\n  internet: { network: { ipv6: fd00::/64 }, services: [] }\n',
    ],
    [
      'the first of two zones that both begin alike',
      'zones:\n  internet:\n    services: []\n  extranet:\n    services: []\n',
      'zones:\n  internet:\n    network: { ipv6: fd00::/64 }\n    services: []\n  extranet:\n    services: []\n',
    ],
    [
      'the last of two zones, without a line break behind it',
      'zones:\n  extranet:\n    services: []\n  internet:\n    services: []',
      'zones:\n  extranet:\n    services: []\n  internet:\n    network: { ipv6: fd00::/64 }\n    services: []',
    ],
    [
      'a manifest of one line',
      'zones: { internet: { services: [] } }',
      'zones: { internet: { network: { ipv6: fd00::/64 }, services: [] } }',
    ],
    [
      'a manifest that begins with the network',
      '{zones: {internet: {network: {ipv4: 10.0.0.0/26}}}}',
      '{zones: {internet: {network: {ipv4: 10.0.0.0/26, ipv6: fd00::/64}}}}',
    ],
    [
      'a block map with empty lines behind it',
      'zones:\n internet:\n  network:\n   ipv4: "10.0.0.0/26"\n\n\n  services: []\n',
      'zones:\n internet:\n  network:\n   ipv4: "10.0.0.0/26"\n   ipv6: fd00::/64\n\n\n  services: []\n',
    ],
    [
      'a zone that begins with a comment',
      'zones:\n  internet:\n    # 甲\n    services: []\n',
      'zones:\n  internet:\n    # 甲\n    network: { ipv6: fd00::/64 }\n    services: []\n',
    ],
  ])('enters a network into %s', (_title, before, after) => {
    expect(withNetworks(before, [ipv6])).toBe(after)
  })

  it('enters both versions at once, quoting what YAML would take for a key', () => {
    const before = 'zones:\n  internet:\n    services: []\n'
    const anywhere: Allocation = { ...ipv6, cidr: '::/64' }
    expect(withNetworks(before, [ipv4, anywhere])).toBe(
      'zones:\n  internet:\n    network: { ipv4: 10.0.0.0/26, ipv6: "::/64" }\n    services: []\n',
    )
  })

  it('enters networks of several zones', () => {
    const before = 'zones:\n  internet:\n    services: []\n  extranet:\n    services: []\n'
    const other: Allocation = { ...ipv4, zone: 'extranet', cidr: '10.9.0.0/26' }
    expect(withNetworks(before, [other, ipv4, ipv6])).toBe(
      'zones:\n  internet:\n    network: { ipv4: 10.0.0.0/26, ipv6: fd00::/64 }\n    services: []\n' +
        '  extranet:\n    network: { ipv4: 10.9.0.0/26 }\n    services: []\n',
    )
  })

  it('changes nothing where nothing is to be entered', () => {
    expect(withNetworks('zones: # 甲\n', [])).toBe('zones: # 甲\n')
  })

  it.each([
    [
      'in a flow map',
      '{ ipv4: 10.0.0.64/26, ipv6: fd01::/64 } # 甲',
      '{ ipv4: 10.0.0.0/26, ipv6: fd00::/64 } # 甲',
    ],
    ['in quotes', '{ ipv4: "10.0.0.64/26", ipv6: "fd01::/64" }', '{ ipv4: 10.0.0.0/26, ipv6: fd00::/64 }'],
    [
      'in lines of their own',
      '\n      ipv4: 10.0.0.64/26\n      ipv6: fd01::/64 # 乙',
      '\n      ipv4: 10.0.0.0/26\n      ipv6: fd00::/64 # 乙',
    ],
  ])('puts networks in the place of those that make way, %s', (_, before, after) => {
    const text = (network: string) => `zones:\n  internet:\n    network: ${network}\n    services: []\n`
    const own = [
      { ...ipv4, replaces: '10.0.0.64/26' },
      { ...ipv6, replaces: 'fd01::/64' },
    ]
    expect(withNetworks(text(before), own)).toBe(text(after))
  })

  it('puts one in the place of another and enters the one that is lacking', () => {
    const text = 'zones:\n  internet:\n    network: { ipv4: 10.0.0.64/26 }\n'
    expect(withNetworks(text, [{ ...ipv4, replaces: '10.0.0.64/26' }, ipv6])).toBe(
      'zones:\n  internet:\n    network: { ipv4: 10.0.0.0/26, ipv6: fd00::/64 }\n',
    )
  })

  it.each([
    [
      'a block map',
      'zones:\r\n  internet:\r\n    network:\r\n      ipv4: 10.0.0.0/26\r\n',
      '      ipv6: fd00::/64\r\n',
    ],
    [
      'a zone without a network',
      'zones:\r\n  internet:\r\n    services: []\r\n',
      '    network: { ipv6: fd00::/64 }\r\n',
    ],
  ])('keeps the line ends of a file, in %s', (_, before, line) => {
    const after = withNetworks(before, [ipv6])
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(after.replace(line, '')).toBe(before)
  })

  const sound = 'zones:\n  internet:\n    services: []\n'
  const [noZone, noValue, notEntered] = ['no zone internet', 'no value', 'not be entered'] as const
  it.each([
    ['a manifest without the zone', 'zones:\n  extranet:\n    services: []\n', [ipv6], noZone],
    ['a zone that is text', 'zones:\n  internet: a\n', [ipv6], noZone],
    ['a zone that is a list', 'zones:\n  internet: [a]\n', [ipv6], noZone],
    ['a network without any value', 'zones:\n  internet:\n    network: {}\n', [ipv6], noValue],
    [
      'a network that is there already',
      'zones:\n  internet:\n    network: { ipv6: fd01::/64 }\n',
      [ipv6],
      notEntered,
    ],
    ['a manifest that is broken elsewhere', `${sound}zones: {}\n`, [ipv6], notEntered],
    ['a broken manifest where nothing is to be entered', `${sound}zones: {}\n`, [], notEntered],
    ['what YAML would read otherwise', sound, [{ ...ipv6, cidr: '64' }], notEntered],
    ['that beside a sound one', sound, [ipv4, { ...ipv6, cidr: '64' }], notEntered],
    ['a zone that stands in two places', 'a: &x { services: [] }\nzones:\n  internet: *x\n', [ipv6], noZone],
    [
      'a network that is another than the one to make way',
      'zones:\n  internet:\n    network: { ipv6: fd01::/64 }\n',
      [{ ...ipv6, replaces: 'fd02::/64' }],
      notEntered,
    ],
  ] as const)('enters nothing into %s', (_, text, allocations, problem) => {
    expect(() => withNetworks(text, allocations)).toThrow(problem)
  })

  it.each(systems.map(({ document }) => document.file))(
    'puts back what was taken out of %s, and changes nothing else',
    file => {
      const own = systems.find(({ document }) => document.file === file)
      if (own === undefined) throw new Error('the system is gone')
      const without = (text: string) => text.replaceAll(/ {4}network: .*\n/g, '')
      const removed = without(exampleText(file))
      const allocations = Object.entries(own.value.zones).flatMap(([zone, { network }]) =>
        (['ipv4', 'ipv6'] as const).flatMap(family => {
          const cidr = network?.[family]
          return cidr === undefined ? [] : [{ system: own, zone, family, cidr }]
        }),
      )
      const edited = withNetworks(removed, allocations)
      expect(parse(edited)).toEqual(parse(exampleText(file)))
      expect(without(edited)).toBe(removed)
    },
  )
})
