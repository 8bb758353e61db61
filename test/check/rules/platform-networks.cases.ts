import type { Change, RuleCase } from '../rule-table.ts'
import { gapInternet, internetPools, ofPlatform, secondPool } from './address-edits.ts'
import { platform } from './files.ts'
import { gateway, withoutGateways, zone } from './platform-edits.ts'

function platformOverlap(title: string, changes: readonly Change[], ...marks: readonly string[]): RuleCase {
  return { code: 'TY3207', title, changes, finds: marks.map(mark => ({ file: platform, mark })) }
}

const platformOverlaps: readonly RuleCase[] = [
  ...ofPlatform('TY3207', [
    [
      'finds',
      'a pool of the zone beyond the gateway',
      'cidr: 10.96.0.0/12',
      'cidr: 10.64.0.0/13',
      'cidr: |10.64.0.0/13',
    ],
    ['passes', 'a pool right after another', 'cidr: 10.96.0.0/12', 'cidr: 10.80.0.0/12'],
    ['finds', 'the inner of two pools', 'cidr: 10.96.0.0/12', 'cidr: 10.64.0.0/11', 'cidr: |10.64.0.0/12'],
    ['passes', 'an IPv6 pool right after another', '"fd6a:4b1e:96::/48"', '"fd6a:4b1e:65::/48"'],
    ['finds', 'IPv6 pools', '"fd6a:4b1e:96::/48"', '"fd6a:4b1e:64:8000::/49"'],
    ['finds', 'an egress network in a pool of its zone', '203.0.113.0/24', '10.79.255.0/24'],
    ['passes', 'an egress network right after a pool', '203.0.113.0/24', '10.80.0.0/24'],
    [
      'finds',
      'a pool in an egress network',
      '203.0.113.0/24',
      '10.64.0.0/11',
      'internet-ipv4, cidr: |10.64.0.0/12',
    ],
    ['finds', 'an IPv6 egress network in a pool', '"2001:db8:64::/64"', '"fd6a:4b1e:64:ffff::/64"'],
    ['finds', 'two egress networks', '198.51.100.0/24', '203.0.113.0/25'],
    ['finds', 'two IPv6 egress networks', '"2001:db8:96::/64"', '"2001:db8:64::/65"'],
    ['passes', 'a gateway address in a pool of its zone', gapInternet, '10.64.0.0/28'],
    ['finds', 'a gateway address in a pool of the other zone', gapInternet, '10.96.0.0/28'],
    ['passes', 'an IPv6 gateway address in a pool of its zone', gapInternet, 'fd6a:4b1e:64:ff::/126'],
    ['finds', 'an IPv6 gateway address in a pool of the other zone', gapInternet, 'fd6a:4b1e:96:ff::/126'],
    [
      'finds',
      'a pool in a gateway address of its zone',
      gapInternet,
      '10.64.0.0/11',
      'internet-ipv4, cidr: |10.64.0.0/12',
    ],
    ['finds', 'a gateway address in the egress network of its zone', gapInternet, '203.0.113.16/28'],
    ['finds', 'the gateway addresses of both zones', gapInternet, '172.31.96.0/29'],
    ['passes', 'a nameserver in a pool', '203.0.113.3]', '10.64.0.3]'],
    ['passes', 'what cannot be read', 'cidr: 10.96.0.0/12', 'cidr: 10.64.0.0/012'],
  ]),
  platformOverlap(
    'two pools of one zone',
    [secondPool('10.72.0.0/13', 22, 28)],
    'second, cidr: |10.72.0.0/13',
  ),
  platformOverlap('the pools of two zones that nothing joins', [
    withoutGateways,
    [platform, 'cidr: 10.96.0.0/12', 'cidr: 10.64.0.0/12'],
  ]),
  platformOverlap('a pool of a zone apart', [zone('lab', '10.64.0.0/16', '192.0.2.0/24')]),
  platformOverlap(
    'a pool of a zone that a gateway joins to one of them',
    [zone('lab', '10.64.0.0/16', '192.0.2.0/24'), gateway('gap-02', 'lab', 'extranet')],
    'lab-pool, cidr: |10.64.0.0/16',
  ),
  platformOverlap('two zones apart, joined to each other', [
    zone('lab', '10.64.0.0/16', '192.0.2.0/24'),
    zone('mill', '10.96.0.0/16', '192.0.3.0/24'),
    gateway('gap-02', 'lab', 'mill'),
  ]),
  platformOverlap(
    'zones joined over a third, whatever the order of the gateways',
    [
      zone('lab', '10.64.0.0/16', '192.0.2.0/24'),
      zone('mill', '172.16.0.0/16', '192.0.3.0/24'),
      gateway('gap-03', 'mill', 'internet'),
      gateway('gap-02', 'lab', 'mill'),
    ],
    'lab-pool, cidr: |10.64.0.0/16',
  ),
]

const pool4 = `${internetPools}, prefixLength: `
const pool6 = 'cidr: "fd6a:4b1e:96::/48", prefixLength: '

const lengths = (min: number, usual: number, max: number): string =>
  `{ min: ${min}, default: ${usual}, max: ${max} }`

type LengthsRow = readonly [min: number, usual: number, max: number, ...marks: readonly string[]]

function ofLengths(version: string, pool: string, before: string, rows: readonly LengthsRow[]): RuleCase[] {
  return rows.map(([min, usual, max, ...marks]) => ({
    code: 'TY3210',
    title: `${version} from /${min} over /${usual} to /${max}`,
    changes: [[platform, `${pool}${before}`, `${pool}${lengths(min, usual, max)}`]],
    finds: marks.map(mark => ({ file: platform, mark })),
  }))
}

const poolSizes: readonly RuleCase[] = [
  ...ofLengths('IPv4', pool4, lengths(22, 26, 28), [
    [12, 26, 28],
    [11, 26, 28, 'min: |11'],
    [22, 22, 28],
    [22, 21, 28, 'default: |21'],
    [22, 28, 28],
    [22, 29, 28, 'default: |29'],
    [22, 26, 32],
    [22, 26, 33, 'max: |33'],
    [11, 10, 33, 'min: |11', 'default: |10', 'max: |33'],
  ]),
  ...ofLengths('IPv6', pool6, lengths(64, 64, 64), [
    [48, 64, 64],
    [47, 64, 64, 'min: |47'],
    [64, 63, 64, 'default: |63'],
    [64, 65, 64, 'default: |65'],
    [64, 64, 128],
  ]),
  {
    code: 'TY3210',
    title: 'a pool that cannot be read',
    changes: [
      [platform, `${pool4}{ min: 22`, '- { id: internet-ipv4, cidr: 10.64.0/12, prefixLength: { min: 10'],
    ],
    finds: [],
  },
]

/** The platform's own networks. */
export const platformNetworks: readonly RuleCase[] = [...platformOverlaps, ...poolSizes]
