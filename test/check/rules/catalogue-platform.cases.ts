import { type Change, casesOf, type Mark, type Row, type RuleCase } from '../rule-table.ts'
import { datong, platform, shebao, xinchou, xishuangbanna } from './files.ts'

export const apis = ['compute', 'block-storage', 'network', 'load-balancer', 'dns', 'object-storage']

/** A third zone, with a cloud that runs these services. */
export const lab = (running: readonly string[], cloud = 'lab', hosts = ''): Change => [
  platform,
  '\n# 互联网区与政务外网区之间',
  `
  lab:
    name: { zh: 试验区, en: Laboratory }
    class: extranet
    cloud: ${cloud}
    region: lab
    site: main
    apis: [${running.join(', ')}]
    backend: { type: local }
    reservePercent: 0
    pools:
      shared:
        name: { zh: 共享资源池, en: Shared pool }
        dedicated: false
        availabilityZone: lab
        hosts: [${hosts}]
        capacity: { vcpus: 1, ramGib: 1, volumeGib: 1 }
    addressPools:
      - { id: lab-ipv4, cidr: 10.112.0.0/16, prefixLength: { min: 22, default: 26, max: 28 } }
    egress: { type: flat, physicalNetwork: public, ipv4: 192.0.2.0/24 }

# 互联网区与政务外网区之间`,
]

/** Hosts of a dedicated pool, by its availability zone. */
export const hosts = (of: string, names: string): Change => [
  platform,
  `availabilityZone: ${of}-dedicated\n        hosts: []`,
  `availabilityZone: ${of}-dedicated\n        hosts: [${names}]`,
]
const hostsOfShared = (names: string): Change => [
  platform,
  'availabilityZone: nova\n',
  `availabilityZone: nova\n        hosts: [${names}]\n`,
]
export const sameCloud: Change = [platform, '    cloud: extranet', '    cloud: internet']
const cloudOfExtranet: Mark = {
  file: platform,
  mark: 'class: extranet\n    cloud: |internet\n    region: extranet',
}
const hostOfExtranet: Mark = { file: platform, mark: 'extranet-dedicated\n        hosts: [|host-01' }

const isolation: readonly RuleCase[] = casesOf('TY3605', [
  ['two zones share a cloud', [sameCloud], [cloudOfExtranet], { article: 'XS-15.2' }],
  [
    'two zones share a cloud that is called like neither',
    [
      [platform, '    cloud: internet', '    cloud: joint'],
      [platform, '    cloud: extranet', '    cloud: joint'],
    ],
    [{ file: platform, mark: 'class: extranet\n    cloud: |joint' }],
    { article: 'XS-15.2' },
  ],
  [
    'each further zone in the cloud is one too many',
    [sameCloud, lab(apis, 'internet')],
    [cloudOfExtranet, { file: platform, mark: 'cloud: |internet\n    region: lab' }],
    { article: 'XS-15.2' },
  ],
  [
    'two zones share a host',
    [hosts('internet', 'host-01'), hosts('extranet', 'host-01')],
    [hostOfExtranet],
    { article: 'XS-15.2' },
  ],
  [
    'two zones share one host of several',
    [hosts('internet', 'host-01, host-02'), hosts('extranet', 'host-03, host-02')],
    [{ file: platform, mark: 'hosts: [host-03, |host-02' }],
    { article: 'XS-15.2' },
  ],
  [
    'two zones share a host of a shared pool',
    [hostsOfShared('host-01'), hosts('extranet', 'host-01')],
    [hostOfExtranet],
  ],
  [
    'two pools of one zone share a host',
    [hostsOfShared('host-01'), hosts('internet', 'host-01')],
    [{ file: platform, mark: 'internet-dedicated\n        hosts: [|host-01' }],
  ],
  [
    'each further zone on the host is one too many',
    [hosts('internet', 'host-01'), hosts('extranet', 'host-01'), lab(apis, 'lab', 'host-01')],
    [hostOfExtranet, { file: platform, mark: 'availabilityZone: lab\n        hosts: [|host-01' }],
  ],
  [
    'two zones that share a cloud share a host too',
    [sameCloud, hosts('internet', 'host-01'), hosts('extranet', 'host-01')],
    [cloudOfExtranet, hostOfExtranet],
  ],
  ['two zones have hosts of their own', [hosts('internet', 'host-01'), hosts('extranet', 'host-02')], []],
  ['a host may be called as a cloud is', [hosts('internet', 'extranet'), hosts('extranet', 'internet')], []],
  ['two clouds may call their regions alike', [[platform, 'region: extranet', 'region: internet']], []],
  [
    'where one regulation does not ask for it, the next one that does is cited',
    [sameCloud, [xishuangbanna, '', undefined]],
    [cloudOfExtranet],
    { article: 'ZJ-24' },
  ],
])

export const platformLevel = (level: number): Change => [
  platform,
  'mlps: { level: 3',
  `mlps: { level: ${level}`,
]
export const levelOf = (file: string, level: number): Mark => ({ file, mark: `mlps: { level: |${level}` })

const platformFloors: readonly RuleCase[] = casesOf('TY3607', [
  [
    'the platform is one level below the floor of two regulations, three have none',
    [platformLevel(2)],
    [levelOf(platform, 2), levelOf(platform, 2)],
  ],
  ['the platform is above the floor', [platformLevel(4)], []],
  [
    'one regulation wants one level more',
    [[datong, 'platformFloor: { level: 3', 'platformFloor: { level: 4']],
    [levelOf(platform, 3)],
    { article: 'DT-20' },
  ],
  [
    'the platform is above two floors and on the third',
    [platformLevel(4), [datong, 'platformFloor: { level: 3', 'platformFloor: { level: 4']],
    [],
  ],
  [
    'the platform is above two floors and below the third',
    [platformLevel(4), [datong, 'platformFloor: { level: 3', 'platformFloor: { level: 5']],
    [levelOf(platform, 4)],
    { article: 'DT-20' },
  ],
])

export const systemLevel = (file: string, before: number, level: number): Change => [
  file,
  `mlps: { level: ${before}`,
  `mlps: { level: ${level}`,
]

const levels: readonly RuleCase[] = casesOf('TY3608', [
  ['a system is one level above the platform', [systemLevel(shebao, 3, 4)], [levelOf(shebao, 4)]],
  ['a system is of the level of the platform', [platformLevel(4), systemLevel(shebao, 3, 4)], []],
  [
    'the platform is one level below its systems, one of which has ended',
    [platformLevel(2)],
    [
      'datong/shichangju/shipin-zhuisu',
      'datong/yingjiju/yingji-zhihui',
      'xishuangbanna/gonganju/huji-guanli',
      'xishuangbanna/rensheju/shebao-jingban',
      'zhejiang/shuiliting/shuiqing-jiance',
    ].map(system => levelOf(`tenants/${system}.yaml`, 3)),
  ],
  [
    'a system is above the platform on the day before its end',
    [systemLevel(xinchou, 2, 4)],
    [levelOf(xinchou, 4)],
    { day: '2026-09-20' },
  ],
  ['a system that has ended was above it', [systemLevel(xinchou, 2, 4)], [], { day: '2026-09-21' }],
  [
    'a system whose profile is broken is above it, as far as anybody knows',
    [[xishuangbanna, 'regulation:\n', 'regulation:\n  colour: red\n'], systemLevel(xinchou, 2, 4)],
    [levelOf(xinchou, 4)],
  ],
])

const inLab = (running: string): Mark => ({
  file: platform,
  mark: `    |apis: [${running}]\n    backend: { type: local }\n    reservePercent: 0`,
})
const withoutOne = (api: string) => apis.filter(other => other !== api)

const zoneApis: readonly RuleCase[] = casesOf('TY3610', [
  ...['compute', 'block-storage', 'network'].map(
    (api): Row => [
      `finds a zone without ${api}`,
      [lab(withoutOne(api))],
      [inLab(withoutOne(api).join(', '))],
    ],
  ),
  ['lets a zone pass that has just these', [lab(['network', 'block-storage', 'compute'])], []],
  ['lets a zone pass without load balancing', [lab(withoutOne('load-balancer'))], []],
])

/** The rules about the clouds of the platform, their services and the platform's protection level. */
export const platformCases: readonly RuleCase[] = [...isolation, ...platformFloors, ...levels, ...zoneApis]
