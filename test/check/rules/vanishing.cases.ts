import { at, type Change, casesOf, type RuleCase } from '../rule-table.ts'
import { chengxin, platform, shebao, tousu, xueji } from './files.ts'
import { ingressFor } from './traffic-edits.ts'

const onlyFour: Change = [xueji, ', ipv6: fd6a:4b1e:96:4::/64 }', ' }']
const from = (peer: string): Change => [xueji, 'from: 172.20.0.0/16,', `from: ${peer},`]

const withoutSix: Change = [shebao, ', ipv6: fd6a:4b1e:64:7::/64 }', ' }']
const gapInternet6: Change = [platform, 'internet: 172.31.64.0/28', 'internet: "fd00:31::/64"']

const vanishing: readonly RuleCase[] = casesOf('TY3416', [
  [
    'finds an IPv6 network for a system with IPv4 alone',
    [onlyFour, from('"fd00:172::/32"')],
    [at(xueji, 'from: |"fd00:172::/32"')],
  ],
  ['lets it pass where the system has IPv6', [from('"fd00:172::/32"')], []],
  ['lets an IPv4 network pass for a system with IPv4 alone', [onlyFour], []],
  ['lets the system itself pass', [onlyFour, from('self')], []],
  [
    'lets it pass where the system has no network yet, which another rule reports',
    [
      from('"fd00:172::/32"'),
      [xueji, '    network: { ipv4: 10.96.0.0/26, ipv6: fd6a:4b1e:96:4::/64 }\n', ''],
    ],
    [],
  ],
  [
    'finds a gateway with an IPv6 address for a system with IPv4 alone',
    [withoutSix, gapInternet6],
    [at(shebao, 'through: |gap-01, from: internet'), at(shebao, 'through: |gap-01, from: extranet')],
  ],
  ['lets such a gateway pass where the system has IPv6', [gapInternet6], []],
  ['lets what cannot be read pass, which another rule reports', [onlyFour, from('"fd00::172::/32"')], []],
])

const toEnded = 'system:shichangju/chengxin-nianbao, protocol: tcp, ports: [443]'

const ended: readonly RuleCase[] = casesOf('TY3417', [
  [
    'finds a rule for a system that is over',
    [ingressFor(tousu, toEnded)],
    [at(tousu, 'from: |system:shichangju/chengxin-nianbao')],
  ],
  ['lets it pass on the last day of that system', [ingressFor(tousu, toEnded)], [], { day: '2026-03-05' }],
  [
    'finds it from the day on which that system is over',
    [ingressFor(tousu, toEnded)],
    [at(tousu, 'from: |system:shichangju/chengxin-nianbao')],
    { day: '2026-03-06' },
  ],
  [
    'lets a rule for a living system pass',
    [ingressFor(tousu, 'system:shichangju/shipin-zhuisu, protocol: tcp, ports: [443]')],
    [],
  ],
  [
    'lets what a system that is over says of another pass',
    [
      [chengxin, 'from: self, protocol: tcp', 'from: system:shichangju/tousu-jubao, protocol: tcp'],
      [tousu, '{ from: self, protocol: tcp', '{ from: system:shichangju/shipin-zhuisu, protocol: tcp'],
    ],
    [],
  ],
])

/** Rules that would open nothing in the cloud. */
export const vanishingCases: readonly RuleCase[] = [...vanishing, ...ended]
