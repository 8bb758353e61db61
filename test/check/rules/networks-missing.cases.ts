import { exampleText } from '../../example-repository.ts'
import type { Change, RuleCase, Verdict } from '../rule-table.ts'
import { network, untilTheEnd } from './address-edits.ts'
import { unreadable } from './file-edits.ts'
import {
  chengguan,
  chengxin,
  huji,
  jiuquan,
  jiuye,
  platform,
  pucha,
  shebao,
  wenwu,
  zhaosheng,
} from './files.ts'
import { zone } from './platform-edits.ts'

const withoutNetwork = (file: string, zone: string): Change => [
  file,
  exampleText(file)
    .split(`  ${zone}:\n`)[1]
    ?.match(/ {4}network: .*\n/)?.[0] ?? '',
  '',
]

/** Whether a zone without a network is found on a day. */
function unnetworked(verdict: Verdict, title: string, file: string, zone: string, day?: string): RuleCase {
  const finds = verdict === 'finds' ? [{ file, mark: `zones:\n  |${zone}:` }] : []
  return {
    code: 'TY3208',
    title,
    changes: [withoutNetwork(file, zone)],
    finds,
    ...(day === undefined ? {} : { day }),
  }
}

const missing: readonly RuleCase[] = [
  unnetworked('finds', 'a live system', shebao, 'internet'),
  unnetworked('finds', 'a live system of the extranet zone', huji, 'extranet'),
  unnetworked('finds', 'a system on the day of its approval', chengguan, 'internet', '2026-11-18'),
  unnetworked('passes', 'a system on the day before its approval', chengguan, 'internet', '2026-11-17'),
  unnetworked('finds', 'a system on trial', pucha, 'internet'),
  unnetworked('passes', 'a system that is only asked for', jiuye, 'internet'),
  unnetworked('passes', 'a system that was refused', wenwu, 'extranet'),
  unnetworked('finds', 'a system whose exit is approved', chengxin, 'internet', '2026-03-05'),
  unnetworked('passes', 'a system that gave its resources back', chengxin, 'internet', '2026-03-06'),
  unnetworked('passes', 'a system whose life is over', chengxin, 'internet'),
  {
    code: 'TY3208',
    title: 'a system whose regulation cannot be read',
    changes: [withoutNetwork(chengguan, 'internet'), unreadable(jiuquan)],
    finds: [],
    breaks: true,
  },
  {
    code: 'TY3208',
    title: 'a zone that is written and not granted',
    changes: [
      [
        zhaosheng,
        '\nhistory:\n',
        '  extranet:\n    services:\n      - { item: ecs.domestic.4c8g, quantity: 1 }\n\nhistory:\n',
      ],
    ],
    finds: [],
  },
  {
    code: 'TY3208',
    title: 'a zone that is granted and no longer written',
    changes: [
      [
        huji,
        '  extranet:\n    pool: dedicated\n    network: { ipv4: 10.96.1.64/26',
        '  internet:\n    network: { ipv4: 10.96.1.64/26',
      ],
    ],
    finds: [],
  },
]

const internetPool6 =
  '      - { id: internet-ipv6, cidr: "fd6a:4b1e:64::/48", prefixLength: { min: 64, default: 64, max: 64 } }\n'
const withoutIpv6: Change = [shebao, ', ipv6: fd6a:4b1e:64:7::/64', '']

const ipv6: readonly RuleCase[] = [
  {
    code: 'TY3209',
    title: 'a system without IPv6',
    changes: [withoutIpv6],
    finds: [{ file: shebao, mark: '|network: { ipv4: 10.64.0.192/26 }' }],
  },
  {
    code: 'TY3209',
    title: 'a system without IPv6 in the extranet zone',
    changes: [[shebao, ', ipv6: fd6a:4b1e:96:8::/64', '']],
    finds: [{ file: shebao, mark: '|network: { ipv4: 10.96.1.0/26 }' }],
  },
  {
    code: 'TY3209',
    title: 'a system without any network',
    changes: [withoutNetwork(shebao, 'internet')],
    finds: [],
  },
  {
    code: 'TY3209',
    title: 'a zone without IPv6, next to one that has it',
    changes: [withoutIpv6, [platform, internetPool6, '']],
    finds: [],
  },
  {
    code: 'TY3209',
    title: 'a zone whose IPv6 pool cannot be read',
    changes: [withoutIpv6, [platform, '"fd6a:4b1e:64::/48"', '"fd6a:4b1e:64::/129"']],
    finds: [],
  },
  {
    code: 'TY3209',
    title: 'a zone with no pool that can be read',
    changes: [zone('lab', '10.112.0/16', '192.0.2.0/24')],
    finds: [],
  },
  {
    code: 'TY3209',
    title: 'an IPv6 network that is none',
    changes: [network('ipv6', '10.64.0.192/26')],
    finds: [],
  },
  ...untilTheEnd(
    'TY3209',
    [[chengxin, ', ipv6: "fd6a:4b1e:64:21::/64"', '']],
    '|network: { ipv4: 10.64.3.64/26 }',
  ),
]

/** Zones that should have a network and have none. */
export const networksMissing: readonly RuleCase[] = [...missing, ...ipv6]
