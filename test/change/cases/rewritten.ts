import { exampleText } from '../../example-repository.ts'
import type { ChangeCase, ChangeFind } from '../change-table.ts'

type Edit = readonly [string, string, string]

const platform = 'catalogue/platform.yaml'
const compute = 'catalogue/services/compute.yaml'
const storage = 'catalogue/services/storage.yaml'
const security = 'catalogue/services/security.yaml'
const calendar = 'catalogue/calendar.yaml'
const ningwu = 'catalogue/jurisdictions/ningwu.yaml'
const rensheju = 'tenants/xishuangbanna/rensheju/unit.yaml'

/** An item of a category as it is written, up to the next one. */
function itemIn(file: string, id: string): string {
  const text = exampleText(file)
  const from = text.indexOf(`  - id: ${id}\n`)
  const next = text.indexOf('\n  - id: ', from)
  return text.slice(from, next < 0 ? undefined : next)
}

/** The item with a part of it written otherwise; the last such part, which is the version in force. */
function rewritten(file: string, id: string, before: string, after: string): Edit {
  const item = itemIn(file, id)
  const at = item.lastIndexOf(before)
  if (at < 0) throw new Error(`${id} does not hold ${before}`)
  return [file, item, item.slice(0, at) + after + item.slice(at + before.length)]
}

/** The item whose last version ends, and another one that begins. */
function succeeded(id: string, from: string, to: string, cores: number): Edit {
  const item = itemIn(compute, id)
  const version = item.slice(item.lastIndexOf('      - from: '))
  const last = version.replace(/(from: .*\n)/, `$1        to: ${to}\n`)
  const next = version.replace(/from: .*/, `from: ${from}`).replace(/vcpus: \d+/, `vcpus: ${cores}`)
  return [compute, version, `${last}${next}`]
}

const [yesterday, today] = ['2026-11-22', '2026-11-23']
const granted = 'ecs.domestic.4c8g'
const fewer = rewritten(compute, granted, 'vcpus: 4', 'vcpus: 3')
const sata = itemIn(storage, 'evs.sata')

const deliveries: readonly ChangeCase[] = [
  {
    code: 'TY4017',
    title: 'a server that is granted gets fewer cores in place',
    head: [fewer],
    finds: [
      {
        file: compute,
        mark: 'delivery:\n          |by: flavor\n          flavor:\n            vcpus: 3\n',
        was: {
          file: compute,
          mark: `${itemIn(compute, granted).split('delivery:')[1] ?? ''}delivery:\n          |by: flavor`,
        },
        names: ['2025-'],
      },
    ],
  },
  {
    code: 'TY4017',
    title: 'a volume that is granted gets another volume type in place',
    head: [rewritten(storage, 'evs.domestic', 'volumeType: ', 'volumeType: x')],
    finds: [
      {
        file: storage,
        mark: '|by: volume\n          volume:\n            volumeType: x',
        was: 'somewhere in the file',
      },
    ],
  },
  {
    code: 'TY4017',
    title: 'the version that a grant goes by ends in the past',
    head: [
      [
        compute,
        itemIn(compute, granted),
        itemIn(compute, granted).replace('from: 2025-01-01', 'from: 2025-01-01\n        to: 2026-01-31'),
      ],
    ],
    finds: [],
  },
  {
    code: 'TY4017',
    title: 'a granted server gets other cores from a day on that is still to come',
    head: [succeeded(granted, '2027-01-01', '2026-12-31', 3)],
    finds: [],
  },
  {
    code: 'TY4017',
    title: 'a granted server gets other cores from today on',
    head: [succeeded(granted, today, yesterday, 3)],
    finds: [],
  },
  {
    code: 'TY4017',
    title: 'a granted server gets other cores from yesterday on',
    head: [succeeded(granted, yesterday, '2026-11-21', 3)],
    finds: [
      {
        file: compute,
        mark: '|by: flavor\n          flavor:\n            vcpus: 3\n',
        was: 'somewhere in the file',
        names: [yesterday],
      },
    ],
  },
  {
    code: 'TY4017',
    title: 'a version that is still to come is written anew',
    base: [succeeded(granted, '2027-01-01', '2026-12-31', 3)],
    head: [[compute, 'vcpus: 3', 'vcpus: 5']],
    finds: [],
  },
  {
    code: 'TY4017',
    title: 'a server that nobody was granted gets fewer cores',
    head: [rewritten(compute, 'ecs.domestic.2c4g', 'vcpus: 2', 'vcpus: 1')],
    finds: [],
  },
]

const one = (
  code: string,
  title: string,
  edit: Edit,
  mark: string | undefined,
  more: Partial<ChangeFind> = {},
): ChangeCase => ({
  code,
  title,
  head: [edit],
  finds: mark === undefined ? [] : [{ file: edit[0], mark, was: 'somewhere in the file', ...more }],
})

const items: readonly ChangeCase[] = [
  one(
    'TY4018',
    'an item that is granted is no longer domestic',
    rewritten(compute, granted, 'domestic: true', 'domestic: false'),
    'domestic: |false',
    { names: ['true', 'false'] },
  ),
  one(
    'TY4018',
    'an item that is granted provides another ability',
    rewritten(security, 'sec.waf', '[waf]', '[waf, firewall]'),
    'provides: |[waf, firewall]',
    { kind: { zh: '能力', en: 'abilities' } },
  ),
  one(
    'TY4018',
    'an item that is granted wants a level of protection',
    rewritten(compute, granted, 'domestic: true', 'domestic: true\n    mlpsFloor: 2'),
    'mlpsFloor: |2',
    { was: undefined, kind: { zh: '系新增', en: 'is added' } },
  ),
  one(
    'TY4018',
    'an item that is granted gets another name',
    rewritten(compute, granted, '4核8G, en', '2核4G, en'),
    'name: |{ zh: 信创云主机 2核4G, en: Domestic server 4',
    { severity: 'warning' },
  ),
  one(
    'TY4018',
    'an item lists its zones and pools in another order',
    rewritten(
      compute,
      granted,
      '[internet, extranet]\n    pools: [shared, dedicated]',
      '[extranet, internet]\n    pools: [dedicated, shared]',
    ),
    undefined,
  ),
  one(
    'TY4018',
    'an item that nobody was granted is domestic',
    rewritten(compute, 'ecs.general.1c2g', '    versions:', '    domestic: true\n    versions:'),
    undefined,
  ),
  {
    code: 'TY4018',
    title: 'an item moves to the file of another category',
    head: [
      [storage, `${sata}\n`, ''],
      [compute, 'items:\n', `items:\n${sata}\n`],
    ],
    finds: [],
  },
]

const pool = 'cidr: 10.64.0.0/12'
const assessment = 'on: 2026-05-12, until: 2027-05-11'
const gateway = 'addresses: { internet: 172.31.64.0/28, extranet: 172.31.96.0/28 }'
const change = (more: string): string =>
  `\nchanges:\n  - id: core-switch\n    name: 更换核心交换机\n    jurisdiction: datong\n    major: false\n    interrupts: false\n    history:\n      - { event: platform-change-submitted, on: 2026-10-08 }\n${more}`
const approved = '      - { event: platform-change-approved, on: 2026-10-09 }\n'
const gateways = exampleText(platform).slice(exampleText(platform).indexOf('gateways:\n'))
const ofChanges = (title: string, before: string, after: string, finds: ChangeCase['finds']): ChangeCase => ({
  code: 'TY4019',
  title,
  base: [[platform, gateways, gateways + change(before)]],
  head: [[platform, change(before), change(after)]],
  finds,
})
const internetBackend = 'apis: [compute, block-storage, network]\n    backend: { type: local }'
const lab =
  '\n  lab:\n    name: { zh: 试验区, en: Lab }\n    class: internet\n    cloud: lab\n    region: lab\n    site: main\n    apis: [compute, block-storage, network]\n    backend: { type: local }\n    reservePercent: 15\n    pools:\n      shared: { name: { zh: 池, en: Pool }, dedicated: false, availabilityZone: nova, capacity: { vcpus: 1, ramGib: 1, volumeGib: 1 } }\n    addressPools:\n      - { id: lab-ipv4, cidr: 10.112.0.0/16, prefixLength: { min: 22, default: 26, max: 28 } }\n    egress: { type: flat, physicalNetwork: public, ipv4: 192.0.2.0/24 }\n'
const beforeGateways = '\n# 互联网区与政务外网区之间唯一的通道'
const gap2 = '  - { id: gap-02, name: 二号, zones: [internet, extranet] }\n'

const platforms: readonly ChangeCase[] = [
  one(
    'TY4019',
    'an address pool is another network',
    [platform, pool, 'cidr: 10.64.0.0/11'],
    'cidr: |10.64.0.0/11',
    {
      names: ['10.64.0.0/12', '10.64.0.0/11'],
      kind: { zh: '地址池的网段', en: 'the network of an address pool' },
      was: { file: platform, mark: 'cidr: |10.64.0.0/12' },
    },
  ),
  one(
    'TY4019',
    'an address pool is gone',
    [
      platform,
      `      - { id: internet-ipv6, cidr: "fd6a:4b1e:64::/48", prefixLength: { min: 64, default: 64, max: 64 } }\n`,
      '',
    ],
    'capacity: { vcpus: 256, ramGib: 1024, volumeGib: 50000, gpus: 0, addresses: 16, bandwidthMbps: 1000 }\n    |addressPools:',
    {
      kind: { zh: '被删除', en: 'is removed' },
    },
  ),
  one(
    'TY4019',
    'an uplink is another network',
    [platform, 'ipv4: 203.0.113.0/24', 'ipv4: 203.0.112.0/24'],
    'egress:\n      |type: flat\n      physicalNetwork: public\n      ipv4: 203.0.112.0/24',
  ),
  one(
    'TY4019',
    'states are kept elsewhere',
    [platform, internetBackend, internetBackend.replace('local', 'pg')],
    'backend: |{ type: pg }',
  ),
  one(
    'TY4019',
    'a name server is another one',
    [platform, '[203.0.113.2, 203.0.113.3]', '[203.0.113.2, 203.0.113.9]'],
    'nameservers: |[203.0.113.2, 203.0.113.9]',
  ),
  one(
    'TY4019',
    'a zone lies on another site',
    [platform, 'region: internet\n    site: main', 'region: internet\n    site: same-city'],
    'region: internet\n    site: |same-city',
  ),
  one(
    'TY4019',
    'the site of a zone lies in another city',
    [platform, '主生产中心（示例）, city: 示例市', '主生产中心（示例）, city: 他市'],
    'city: |他市',
  ),
  one(
    'TY4019',
    'a gateway has another address',
    [platform, gateway, gateway.replace('64.0/28', '64.0/27')],
    'addresses: |{ internet: 172.31.64.0/27',
  ),
  one(
    'TY4019',
    'a dedicated pool is shared',
    [
      platform,
      'name: { zh: 专属资源池, en: Dedicated pool }\n        dedicated: true\n        availabilityZone: internet',
      'name: { zh: 专属资源池, en: Dedicated pool }\n        dedicated: false\n        availabilityZone: internet',
    ],
    'Dedicated pool }\n        dedicated: |false',
  ),
  one(
    'TY4019',
    'an assessment is good for longer',
    [platform, assessment, assessment.replace('2027', '2029')],
    'until: |2029-05-11',
  ),
  one(
    'TY4019',
    'the platform was assessed on an earlier day',
    [platform, 'assessed: 2026-06-18', 'assessed: 2026-06-17'],
    'assessed: |2026-06-17',
  ),
  ofChanges('an event of a platform change is dated otherwise', approved, approved.replace('09 }', '10 }'), [
    {
      file: platform,
      mark: '- |{ event: platform-change-approved, on: 2026-10-10',
      was: 'somewhere in the file',
    },
  ]),
  ofChanges('an event of a platform change is gone', approved, '', [
    { file: platform, mark: '    |history:\n', was: 'somewhere in the file' },
  ]),
  ofChanges('an event is added to a platform change', '', approved, []),
  one(
    'TY4019',
    'the platform was assessed again',
    [platform, 'assessed: 2026-06-18', 'assessed: 2026-06-19'],
    undefined,
  ),
  one(
    'TY4019',
    'an assessment is added',
    [platform, 'assessments:\n', 'assessments:\n  - { kind: cryptography, number: 新, on: 2026-11-01 }\n'],
    undefined,
  ),
  one(
    'TY4019',
    'a pool gets more capacity, a host, and another name',
    [
      platform,
      'name: { zh: 专属资源池, en: Dedicated pool }\n        dedicated: true\n        availabilityZone: internet-dedicated\n        hosts: []\n        capacity: { vcpus: 256',
      'name: { zh: 专用池, en: Dedicated }\n        dedicated: true\n        availabilityZone: internet-dedicated\n        hosts: [h-01]\n        capacity: { vcpus: 512',
    ],
    undefined,
  ),
  one(
    'TY4019',
    'an address pool is added',
    [
      platform,
      '    addressPools:\n',
      '    addressPools:\n      - { id: more, cidr: 10.128.0.0/12, prefixLength: { min: 22, default: 26, max: 28 } }\n',
    ],
    undefined,
  ),
  one('TY4019', 'a gateway is added', [platform, 'gateways:\n', `gateways:\n${gap2}`], undefined),
  {
    code: 'TY4019',
    title: 'a gateway that nobody uses joins other addresses',
    base: [[platform, 'gateways:\n', `gateways:\n${gap2}`]],
    head: [[platform, 'name: 二号, ', 'name: 二号, addresses: { internet: 172.31.65.0/28 }, ']],
    finds: [],
  },
  {
    code: 'TY4019',
    title: 'a zone in which nothing stands gets another uplink and backend',
    base: [[platform, beforeGateways, `${lab}${beforeGateways}`]],
    head: [
      [platform, 'ipv4: 192.0.2.0/24', 'ipv4: 192.0.0.0/24'],
      [
        platform,
        `    cloud: lab\n    region: lab\n    site: main\n    ${internetBackend}`,
        `    cloud: lab\n    region: lab\n    site: same-city\n    ${internetBackend.replace('local', 'pg')}`,
      ],
    ],
    finds: [],
  },
]

const shared = 'days: { working: 2 }'
const opening = exampleText(ningwu).slice(
  exampleText(ningwu).indexOf('  - id: opening-shared\n'),
  exampleText(ningwu).indexOf('  - id: opening-dedicated\n'),
)
const consent = '      - { id: consent, name: 县政府审定, roles: [government], article: NW-2.2 }\n'
const migrated = '  - article: NW-2.1b\n    on: [submitted]\n    when: { origin: [migrated] }\n'
const requirement =
  '  - article: NW-2.1a\n    on: [submitted]\n    papers: [上云请示报告, 政务云资源需求申请表, 信息系统安全责任协议书]\n'
const jiuquan = 'catalogue/jurisdictions/jiuquan.yaml'
const ofJiuquan = [
  'guazhou/zhihui-chengguan',
  'wenlvju/jingqu-piaowu',
  'wenlvju/lvyou-fuwu',
  'wenlvju/wenwu-jiance',
]

const profiles: readonly ChangeCase[] = [
  one(
    'TY4024',
    'a deadline gets more days',
    [ningwu, shared, 'days: { working: 20 }'],
    'until: [opened]\n    days: |{ working: 20 }',
    {
      kind: { zh: '期限的日数', en: 'the days of a deadline' },
      was: { file: ningwu, mark: 'days: |{ working: 2 }' },
      names: ['20'],
    },
  ),
  one('TY4024', 'a deadline is gone', [ningwu, opening, ''], '|deadlines:', {
    kind: { zh: '被删除', en: 'is removed' },
  }),
  one(
    'TY4024',
    'a deadline is added',
    [ningwu, 'deadlines:\n', `deadlines:\n${opening.replace('opening-shared', 'opening-more')}`],
    '- |id: opening-more',
    { was: undefined },
  ),
  one(
    'TY4024',
    'a paper is no longer required',
    [ningwu, '上云请示报告, ', ''],
    '- |article: NW-2.1a\n    on: [submitted]\n    papers: [政务',
  ),
  one(
    'TY4024',
    'something is not allowed any more',
    [
      ningwu,
      'deadlines:\n',
      'prohibitions:\n  - { id: frozen, name: 封网, article: NW-2.2, on: [live], when: { mlpsAtLeast: 3 } }\ndeadlines:\n',
    ],
    'prohibitions:\n  - |{ id: frozen',
    { was: undefined },
  ),
  one('TY4024', 'a requirement is gone', [ningwu, requirement, ''], '|requirements:\n  - article: NW-2.1b'),
  one('TY4024', 'a step of an approval is gone', [ningwu, consent, ''], '- |change: request\n'),
  one(
    'TY4024',
    'billing starts with another event',
    [ningwu, 'starts: { event: delivered', 'starts: { event: live'],
    'starts: |{ event: live',
  ),
  one('TY4024', 'the regulation holds longer', [ningwu, 'validYears: 3', 'validYears: 5'], 'validYears: |5'),
  one(
    'TY4024',
    'a state has other resources',
    [ningwu, 'submitted: { name: 已申请, resources: none', 'submitted: { name: 已申请, resources: formal'],
    'resources: |formal }\n    refused',
  ),
  one(
    'TY4024',
    'a way past the reviews is added',
    [
      ningwu,
      '    refused:\n      name: 退回',
      '    shortcut: { name: 直通, from: [submitted], to: live, article: NW-2.2 }\n    refused:\n      name: 退回',
    ],
    'shortcut: |{ name: 直通',
    { was: undefined },
  ),
  one(
    'TY4024',
    'labels, terms and other papers are written otherwise',
    [ningwu, '  - 批复的政务云资源需求申请表\n', '  - 补充说明\n  - 批复的政务云资源需求申请表\n'],
    undefined,
  ),
  one(
    'TY4024',
    'a state and a role get other names',
    [ningwu, 'government: { name: 县政府,', 'government: { name: 县人民政府,'],
    undefined,
  ),
  one(
    'TY4024',
    'a state that nothing leads to is added',
    [ningwu, '  states:\n', '  states:\n    archived: { name: 已归档, resources: none }\n'],
    undefined,
  ),
  one(
    'TY4024',
    'a decision in force asks for something else',
    [ningwu, '3 }\n        provides: [backup]', '2 }\n        provides: [backup]'],
    '- |id: backup-at-level-three',
    {
      kind: {
        zh: '主管部门的决定（decisions[0]）被改写',
        en: 'a decision of the authority (decisions[0]) is rewritten',
      },
    },
  ),
  {
    code: 'TY4024',
    title: 'requirements stand in another order',
    head: [
      [ningwu, requirement, ''],
      [ningwu, migrated, `${requirement}${migrated}`],
    ],
    finds: [],
  },
  {
    code: 'TY4024',
    title: 'a regulation by which nobody has requested anything gets other days',
    base: ofJiuquan.map(name => [`tenants/jiuquan/${name}.yaml`, '', undefined] as const),
    head: [[jiuquan, 'working: ', 'working: 1']],
    finds: [],
  },
  {
    code: 'TY4024',
    title: 'a regulation by which somebody has requested something gets other days',
    base: ofJiuquan.slice(1).map(name => [`tenants/jiuquan/${name}.yaml`, '', undefined] as const),
    head: [[jiuquan, 'working: ', 'working: 1']],
    finds: [{ file: jiuquan, mark: 'days: |{ working: 12 }', was: 'somewhere in the file' }],
  },
]

const festival =
  '  - { on: 2026-04-13, day: holiday, jurisdiction: xishuangbanna, basis: 西双版纳傣族自治州傣历新年节放假通知（示例） }\n'
const day = (on: string): string => `  - { on: ${on}, day: holiday, basis: 通知 }\n`
const addedDay = (title: string, on: string, finds: boolean): ChangeCase =>
  one(
    'TY4025',
    title,
    [calendar, 'overrides:\n', `overrides:\n${day(on)}`],
    finds ? `- |{ on: ${on}` : undefined,
    { was: undefined },
  )

const calendars: readonly ChangeCase[] = [
  one('TY4025', 'a free day of the past is gone', [calendar, festival, ''], '|overrides:'),
  one(
    'TY4025',
    'a free day of the past was a working day',
    [calendar, festival, festival.replace('holiday', 'working')],
    'day: |working',
  ),
  one(
    'TY4025',
    'the basis of a day is written otherwise',
    [calendar, festival, festival.replace('放假通知', '通知')],
    undefined,
  ),
  addedDay('today becomes free', '2026-11-23', true),
  addedDay('tomorrow becomes free', '2026-11-24', false),
  {
    code: 'TY4025',
    title: 'a day that is still to come is taken back',
    base: [[calendar, 'overrides:\n', `overrides:\n${day('2026-11-24')}`]],
    head: [[calendar, day('2026-11-24'), '']],
    finds: [],
  },
  one(
    'TY4025',
    'a year that has begun goes by the file alone',
    [calendar, 'overrides:\n', 'published: [{ year: 2026, basis: 通知 }]\noverrides:\n'],
    'published: [|{ year: 2026',
    { was: undefined },
  ),
  one(
    'TY4025',
    'the next year goes by the file alone',
    [calendar, 'overrides:\n', 'published: [{ year: 2027, basis: 通知 }]\noverrides:\n'],
    undefined,
  ),
  {
    code: 'TY4025',
    title: 'the calendar is gone',
    head: [[calendar, '', undefined]],
    finds: ['2026-04-13', '2026-04-14', '2026-04-15'].map(() => ({
      file: calendar,
      mark: '|overrides:',
      was: 'somewhere in the file' as const,
    })),
  },
]

const responsible = 'responsible: { name: 岩温, title: 副局长, phone: 0691-0000101, confirmed: 2026-09-25 }'
const unitEdit = (
  title: string,
  before: string,
  after: string,
  mark?: string,
  more: Partial<ChangeFind> = {},
): ChangeCase => one('TY4026', title, [rensheju, before, after], mark, more)

const units: readonly ChangeCase[] = [
  unitEdit(
    'another person has the confirmation of the one before',
    responsible,
    responsible.replace('岩温', '岩叫'),
    'responsible: |{ name: 岩叫',
    { kind: { zh: '信息化负责人', en: 'the responsible person' } },
  ),
  unitEdit(
    'a person loses the confirmation',
    responsible,
    responsible.replace(', confirmed: 2026-09-25', ''),
    'responsible: |{ name: 岩温',
  ),
  unitEdit(
    'a person is confirmed on an earlier day',
    responsible,
    responsible.replace('09-25', '09-24'),
    'responsible: |{ name: 岩温',
  ),
  unitEdit(
    'another person is confirmed anew',
    responsible,
    responsible.replace('岩温', '岩叫').replace('09-25', '09-26'),
    undefined,
  ),
  unitEdit(
    'a person that nobody asks for is gone',
    '  liaison: { name: 玉罕, title: 办公室主任, phone: 0691-0000104, confirmed: 2026-09-25 }\n',
    '',
    undefined,
  ),
  unitEdit(
    'a unit is of another category',
    'category: government-organ',
    'category: party-organ',
    'category: |party-organ',
    { names: ['government-organ', 'party-organ'] },
  ),
  unitEdit('another pays', 'contacts:\n', 'payer: 他人\ncontacts:\n', 'payer: |他人', { was: undefined }),
  unitEdit('a unit has another short name', 'shortName: 州人社局', 'shortName: 人社局', undefined),
  {
    code: 'TY4026',
    title: 'a unit that has requested nothing is of another category',
    base: ['shebao-jingban', 'xinchou-chaxun'].map(
      name => [`tenants/xishuangbanna/rensheju/${name}.yaml`, '', undefined] as const,
    ),
    head: [[rensheju, 'category: government-organ', 'category: party-organ']],
    finds: [],
  },
]

export const rewrittenCases: readonly ChangeCase[] = [
  ...deliveries,
  ...items,
  ...platforms,
  ...profiles,
  ...calendars,
  ...units,
]
