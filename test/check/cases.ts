import { exampleText } from '../example-repository.ts'

/** A fault planted in the example repository, and where its finding has to stand. */
export interface Case {
  readonly code: string
  readonly title: string
  /** File, text before, text after; an empty text before makes the file anew. */
  readonly changes: readonly (readonly [file: string, before: string, after: string])[]
  /** `before|at`: the finding starts at the bar. */
  readonly at: { readonly file: string; readonly mark: string }
  readonly article?: string
  readonly day?: string
}

const platform = 'catalogue/platform.yaml'
const network = 'catalogue/services/network.yaml'
const storage = 'catalogue/services/storage.yaml'
const calendar = 'catalogue/calendar.yaml'
const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'
const huji = 'tenants/xishuangbanna/gonganju/huji-guanli.yaml'
const jiuye = 'tenants/xishuangbanna/jiuye-zhongxin/jiuye-fuwu.yaml'
const jiuyeUnit = 'tenants/xishuangbanna/jiuye-zhongxin/unit.yaml'
const gonganUnit = 'tenants/xishuangbanna/gonganju/unit.yaml'
const zhaosheng = 'tenants/ningwu/jiaoyuju/zhaosheng-baoming.yaml'
const xueji = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
const shipin = 'tenants/datong/shichangju/shipin-zhuisu.yaml'
const shuiqing = 'tenants/zhejiang/shuiliting/shuiqing-jiance.yaml'
const chengguan = 'tenants/jiuquan/guazhou/zhihui-chengguan.yaml'
const lvyou = 'tenants/jiuquan/wenlvju/lvyou-fuwu.yaml'

export const cases: readonly Case[] = [
  {
    code: 'TY3001',
    title: 'two files declare one unit',
    changes: [['tenants/xishuangbanna/zzz/unit.yaml', '', exampleText(gonganUnit)]],
    at: { file: 'tenants/xishuangbanna/zzz/unit.yaml', mark: '  id: |gonganju' },
  },
  {
    code: 'TY3002',
    title: 'two files declare one system',
    changes: [['tenants/xishuangbanna/rensheju/zzz.yaml', '', exampleText(shebao)]],
    at: { file: 'tenants/xishuangbanna/rensheju/zzz.yaml', mark: '  id: |shebao-jingban' },
  },
  {
    code: 'TY3003',
    title: 'two items have one id',
    changes: [[network, '  - id: eip.bgp.10m', '  - id: eip.bgp.5m']],
    at: { file: network, mark: '- id: |eip.bgp.5m\n    name: { zh: 弹性公网地址及带宽 10M' },
  },
  {
    code: 'TY3004',
    title: 'two address pools have one id',
    changes: [[platform, 'id: internet-ipv6', 'id: internet-ipv4']],
    at: { file: platform, mark: '- { id: |internet-ipv4, cidr: "fd6a:4b1e:64' },
  },
  {
    code: 'TY3005',
    title: 'the unit of a system has no file',
    changes: [[jiuyeUnit, '  id: jiuye-zhongxin', '  id: jiuye-zhongxin-2']],
    at: { file: jiuye, mark: '  unit: |jiuye-zhongxin' },
  },
  {
    code: 'TY3006',
    title: 'a change to the platform goes by an unknown regulation',
    changes: [[platform, '\n# 两地三中心', `\n${change({ jurisdiction: 'kunming' })}\n# 两地三中心`]],
    at: { file: platform, mark: 'jurisdiction: |kunming' },
  },
  {
    code: 'TY3007',
    title: 'the applying unit is unknown',
    changes: [[jiuyeUnit, 'applyingUnit: rensheju', 'applyingUnit: renshiju']],
    at: { file: jiuyeUnit, mark: 'applyingUnit: |renshiju' },
    article: 'XS-9a',
  },
  {
    code: 'TY3008',
    title: 'one day is overridden twice',
    changes: [
      [
        calendar,
        'overrides:\n',
        'overrides:\n  - { on: 2026-03-03, day: working, basis: 甲 }\n  - { on: 2026-03-03, day: holiday, basis: 乙 }\n',
      ],
    ],
    at: { file: calendar, mark: '- { on: |2026-03-03, day: holiday' },
  },
  {
    code: 'TY3102',
    title: 'the regulation knows no such zone',
    changes: [
      ['catalogue/jurisdictions/ningwu.yaml', '  extranet: { name: 政务外网区, article: NW-1.1 }\n', ''],
    ],
    at: { file: xueji, mark: 'zones:\n  |extranet:' },
  },
  {
    code: 'TY3103',
    title: 'a grant names an item that the catalogue has lost',
    changes: [
      [
        shebao,
        '    grants:\n      internet:\n        services:\n          - { item: ecs.domestic.4c8g,',
        '    grants:\n      internet:\n        services:\n          - { item: ecs.domestic.4c9g,',
      ],
    ],
    at: { file: shebao, mark: '{ item: |ecs.domestic.4c9g' },
    article: 'XS-19.5',
  },
  {
    code: 'TY3104',
    title: 'a grant names an item of another zone',
    changes: [
      [
        shebao,
        '      extranet:\n        services:\n',
        '      extranet:\n        services:\n          - { item: eip.bgp.5m, quantity: 1 }\n',
      ],
    ],
    at: { file: shebao, mark: '{ item: |eip.bgp.5m' },
  },
  {
    code: 'TY3105',
    title: 'a grant names an unknown pool',
    changes: [
      [
        shebao,
        '      internet:\n        services:',
        '      internet:\n        pool: exclusive\n        services:',
      ],
    ],
    at: { file: shebao, mark: 'pool: |exclusive' },
  },
  {
    code: 'TY3106',
    title: 'an item is not offered in the pool',
    changes: [
      [
        lvyou,
        '    services:\n      - { item: ecs.general.4c8g',
        '    pool: dedicated\n    services:\n      - { item: ecs.general.4c8g',
      ],
    ],
    at: { file: lvyou, mark: 'evs.ssd, quantity: 300, unit: GiB }\n      - { item: |obs.standard' },
  },
  {
    code: 'TY3107',
    title: 'an item is for systems of a higher MLPS level',
    changes: [
      ['catalogue/services/security.yaml', '  - id: sec.waf\n', '  - id: sec.waf\n    mlpsFloor: 3\n'],
    ],
    at: { file: zhaosheng, mark: '5m, quantity: 1 }\n      - { item: |sec.waf' },
  },
  {
    code: 'TY3108',
    title: 'an item has no valid version on a day of its grant',
    changes: [
      [
        network,
        '  - id: eip.bgp.10m\n    name: { zh: 弹性公网地址及带宽 10M, en: Elastic address with 10 Mbit/s }\n    unit: { zh: 个, en: piece }\n    zones: [internet]\n    pools: [shared, dedicated]\n    versions:\n      - from: 2022-01-01\n        to: 2024-12-31\n',
        '  - id: eip.bgp.10m\n    name: { zh: 弹性公网地址及带宽 10M, en: Elastic address with 10 Mbit/s }\n    unit: { zh: 个, en: piece }\n    zones: [internet]\n    pools: [shared, dedicated]\n    versions:\n      - from: 2022-01-01\n        to: 2023-12-31\n',
      ],
    ],
    at: {
      file: shipin,
      mark: '2023-09-13\n    source: { forge: gitea, change: 2, review: 6 }\n    grants:\n      internet:\n        services:\n          - { item: ecs.general.4c8g, quantity: 2 }\n          - { item: evs.ssd, quantity: 200, unit: GiB }\n          - { item: |eip.bgp.10m',
    },
  },
  {
    code: 'TY3109',
    title: 'a grant is written in another unit than the catalogue',
    changes: [
      [
        shebao,
        '          - { item: evs.domestic, quantity: 200, unit: GiB }',
        '          - { item: evs.domestic, quantity: 200, unit: TiB }',
      ],
    ],
    at: { file: shebao, mark: 'unit: |TiB' },
  },
  {
    code: 'TY3110',
    title: 'a line ends before it begins',
    changes: [
      [
        shuiqing,
        '      - { item: ecs.general.8c16g, quantity: 4, from: 2026-06-01, to: 2026-10-15 }',
        '      - { item: ecs.general.8c16g, quantity: 4, from: 2026-06-01, to: 2026-05-15 }',
      ],
    ],
    at: { file: shuiqing, mark: 'to: |2026-05-15' },
  },
  {
    code: 'TY3111',
    title: 'one item has two lines on one day',
    changes: [
      [
        shuiqing,
        '      - { item: ecs.general.4c8g, quantity: 2 }\n',
        '      - { item: ecs.general.4c8g, quantity: 2 }\n      - { item: ecs.general.4c8g, quantity: 1 }\n',
      ],
    ],
    at: { file: shuiqing, mark: '- |{ item: ecs.general.4c8g, quantity: 1 }' },
  },
  {
    code: 'TY3112',
    title: 'a granted line lies before its grant',
    changes: [
      [
        shuiqing,
        '          - { item: ecs.general.8c16g, quantity: 4, from: 2026-06-01, to: 2026-10-15 }',
        '          - { item: ecs.general.8c16g, quantity: 4, from: 2025-06-01, to: 2025-10-15 }',
      ],
    ],
    at: { file: shuiqing, mark: '- |{ item: ecs.general.8c16g, quantity: 4, from: 2025-06-01' },
  },
  {
    code: 'TY3201',
    title: 'a network is no network',
    changes: [[shebao, 'ipv4: 10.64.0.192/26', 'ipv4: 10.64.0/26']],
    at: { file: shebao, mark: 'ipv4: |10.64.0/26' },
  },
  {
    code: 'TY3202',
    title: 'a network has host bits',
    changes: [[shebao, 'ipv4: 10.64.0.192/26', 'ipv4: 10.64.0.193/26']],
    at: { file: shebao, mark: 'ipv4: |10.64.0.193/26' },
  },
  {
    code: 'TY3203',
    title: 'a network lies outside the pools of its zone',
    changes: [[shebao, 'ipv4: 10.64.0.192/26', 'ipv4: 10.20.0.0/26']],
    at: { file: shebao, mark: 'ipv4: |10.20.0.0/26' },
  },
  {
    code: 'TY3204',
    title: 'a network is larger than the pool allows',
    changes: [[shebao, 'ipv4: 10.64.0.192/26', 'ipv4: 10.66.0.0/20']],
    at: { file: shebao, mark: 'ipv4: |10.66.0.0/20' },
  },
  {
    code: 'TY3205',
    title: 'two systems share addresses, IPv6 too',
    changes: [[shebao, 'ipv6: fd6a:4b1e:64:7::/64', 'ipv6: fd6a:4b1e:64:3::/64']],
    at: { file: shebao, mark: 'ipv6: |fd6a:4b1e:64:3::/64' },
  },
  {
    code: 'TY3206',
    title: 'a system holds an address of the platform',
    changes: [[platform, 'addresses: { internet: 172.31.64.0/28', 'addresses: { internet: 10.64.0.192/28']],
    at: { file: shebao, mark: 'ipv4: |10.64.0.192/26' },
  },
  {
    code: 'TY3207',
    title: 'two pools of joined zones overlap',
    changes: [[platform, 'cidr: 10.96.0.0/12', 'cidr: 10.64.0.0/13']],
    at: { file: platform, mark: 'cidr: |10.64.0.0/13' },
  },
  {
    code: 'TY3208',
    title: 'a granted zone has no network',
    changes: [[shebao, '    network: { ipv4: 10.64.0.192/26, ipv6: fd6a:4b1e:64:7::/64 }\n', '']],
    at: { file: shebao, mark: 'zones:\n  |internet:' },
  },
  {
    code: 'TY3209',
    title: 'a zone with IPv6 has a system without it',
    changes: [[shebao, ', ipv6: fd6a:4b1e:64:7::/64', '']],
    at: { file: shebao, mark: '|network: { ipv4: 10.64.0.192/26 }' },
  },
  {
    code: 'TY3210',
    title: 'a pool gives prefixes shorter than itself',
    changes: [
      [
        platform,
        'cidr: 10.64.0.0/12, prefixLength: { min: 22',
        'cidr: 10.64.0.0/12, prefixLength: { min: 10',
      ],
    ],
    at: { file: platform, mark: 'min: |10,' },
  },
  {
    code: 'TY3301',
    title: 'grants exceed the capacity less the reserve',
    changes: [[platform, 'capacity: { vcpus: 2000,', 'capacity: { vcpus: 20,']],
    at: { file: chengguan, mark: '    grants:\n      |internet:' },
    article: 'JQ-10.1',
  },
  {
    code: 'TY3401',
    title: 'a rule names an unknown system',
    changes: [[shebao, 'to: system:gonganju/huji-guanli', 'to: system:gonganju/huji']],
    at: { file: shebao, mark: 'to: |system:gonganju/huji,' },
  },
  {
    code: 'TY3402',
    title: 'a rule names a system of another zone',
    changes: [
      [
        shebao,
        '    egress:\n      - { to: self, protocol: tcp, ports: [443, 8443] }',
        '    egress:\n      - { to: system:gonganju/huji-guanli, protocol: tcp, ports: [443, 8443] }',
      ],
    ],
    at: { file: shebao, mark: 'to: |system:gonganju/huji-guanli, protocol: tcp, ports: [443, 8443]' },
  },
  {
    code: 'TY3403',
    title: 'another unit comes in without authorisation',
    changes: [[huji, ', authorisedBy: 西公函〔2026〕61号', '']],
    at: { file: huji, mark: 'from: |system:rensheju/shebao-jingban' },
    article: 'XS-36',
  },
  {
    code: 'TY3404',
    title: 'the internet comes into the extranet',
    changes: [
      [
        shebao,
        '- { from: self, protocol: tcp, ports: [22, 5236, 8443] }',
        '- { from: internet, protocol: tcp, ports: [22, 5236, 8443] }',
      ],
    ],
    at: { file: shebao, mark: 'from: |internet, protocol: tcp, ports: [22, 5236, 8443]' },
  },
  {
    code: 'TY3405',
    title: 'everybody is written as a network',
    changes: [
      [
        shebao,
        '- { from: internet, protocol: tcp, ports: [443] }',
        '- { from: 0.0.0.0/0, protocol: tcp, ports: [443] }',
      ],
    ],
    at: { file: shebao, mark: 'from: |0.0.0.0/0' },
  },
  {
    code: 'TY3406',
    title: 'a TCP rule has no ports',
    changes: [
      [shebao, '- { from: internet, protocol: tcp, ports: [443] }', '- { from: internet, protocol: tcp }'],
    ],
    at: { file: shebao, mark: '- { from: internet, protocol: |tcp }' },
  },
  {
    code: 'TY3407',
    title: 'an ICMP rule has ports',
    changes: [
      [
        shebao,
        '- { from: internet, protocol: tcp, ports: [443] }',
        '- { from: internet, protocol: icmp, ports: [443] }',
      ],
    ],
    at: { file: shebao, mark: 'protocol: icmp, |ports: [443]' },
  },
  {
    code: 'TY3408',
    title: 'a range of ports is reversed',
    changes: [
      [
        shebao,
        '- { from: internet, protocol: tcp, ports: [443] }',
        '- { from: internet, protocol: tcp, ports: ["9000-8000"] }',
      ],
    ],
    at: { file: shebao, mark: 'ports: [|"9000-8000"]' },
  },
  {
    code: 'TY3409',
    title: 'one rule covers another',
    changes: [
      [
        shebao,
        '- { from: internet, protocol: tcp, ports: [443] }',
        '- { from: internet, protocol: tcp, ports: [443] }\n      - { from: internet, protocol: tcp, ports: [443] }',
      ],
    ],
    at: { file: shebao, mark: 'ports: [443] }\n      - |{ from: internet, protocol: tcp, ports: [443] }' },
  },
  {
    code: 'TY3410',
    title: 'a rule reaches a system without naming it',
    changes: [[shebao, 'from: 172.24.0.0/16', 'from: 10.96.0.0/16']],
    at: { file: shebao, mark: 'from: |10.96.0.0/16' },
  },
  {
    code: 'TY3411',
    title: 'a rule names addresses of another zone',
    changes: [[shebao, 'from: 172.24.0.0/16', 'from: 10.70.0.0/16']],
    at: { file: shebao, mark: 'from: |10.70.0.0/16' },
  },
  {
    code: 'TY3412',
    title: 'the other side does not answer a rule',
    changes: [
      [
        shebao,
        'to: system:gonganju/huji-guanli, protocol: tcp, ports: [8443]',
        'to: system:gonganju/huji-guanli, protocol: tcp, ports: [9443]',
      ],
    ],
    at: { file: shebao, mark: '- |{ to: system:gonganju/huji-guanli' },
  },
  {
    code: 'TY3414',
    title: 'an exchange stays in one zone',
    changes: [
      [
        shebao,
        '- { through: gap-01, from: internet, to: extranet',
        '- { through: gap-01, from: internet, to: internet',
      ],
    ],
    at: { file: shebao, mark: 'from: internet, to: |internet' },
  },
  {
    code: 'TY3415',
    title: 'a rule writes its own system as another',
    changes: [
      [
        shebao,
        '- { to: self, protocol: tcp, ports: [443, 8443] }',
        '- { to: system:rensheju/shebao-jingban, protocol: tcp, ports: [443, 8443] }',
      ],
    ],
    at: { file: shebao, mark: 'to: |system:rensheju/shebao-jingban' },
  },
  {
    code: 'TY3501',
    title: 'a history goes backwards',
    changes: [[shebao, 'on: 2025-07-14', 'on: 2025-07-09']],
    at: { file: shebao, mark: 'on: |2025-07-09' },
  },
  {
    code: 'TY3502',
    title: 'an event lies in the future',
    changes: [[shebao, 'on: 2025-08-25', 'on: 2026-12-25']],
    at: { file: shebao, mark: 'on: |2026-12-25' },
  },
  {
    code: 'TY3503',
    title: 'an event comes in the wrong state',
    changes: [
      [
        shebao,
        '  - event: accepted\n    on: 2025-07-04\n    source: { forge: gitea, change: 1, review: 1 }\n',
        '',
      ],
    ],
    at: { file: shebao, mark: '- event: |approved' },
    article: 'XS-20',
  },
  {
    code: 'TY3504',
    title: 'an approval grants nothing',
    changes: [[shebao, '  - event: accepted\n', '  - event: approved\n']],
    at: { file: shebao, mark: '- event: |approved\n    on: 2025-07-04' },
    article: 'XS-20',
  },
  {
    code: 'TY3505',
    title: 'a grant names a zone that the manifest lacks',
    changes: [
      [
        zhaosheng,
        '    note: 报名季分阶段授予',
        '      extranet:\n        services:\n          - { item: sec.log-audit, quantity: 1 }\n    note: 报名季分阶段授予',
      ],
    ],
    at: { file: zhaosheng, mark: '      |extranet:' },
  },
  {
    code: 'TY3506',
    title: 'what is asked for is not what is granted',
    changes: [
      [
        shebao,
        '      - { item: ecs.domestic.4c8g, quantity: 2 }',
        '      - { item: ecs.domestic.4c8g, quantity: 3 }',
      ],
    ],
    at: { file: shebao, mark: 'ecs.domestic.4c8g, quantity: |3' },
  },
  {
    code: 'TY3507',
    title: 'a system is classified',
    changes: [[shebao, 'classified: false', 'classified: true']],
    at: { file: shebao, mark: 'classified: |true' },
    article: 'XS-37',
  },
  {
    code: 'TY3601',
    title: 'two versions of an item are valid on one day',
    changes: [
      [
        network,
        '      - from: 2022-01-01\n        to: 2024-12-31\n        fee: { price: "860.00"',
        '      - from: 2022-01-01\n        fee: { price: "860.00"',
      ],
    ],
    at: { file: network, mark: '      - from: |2025-01-01\n        fee: { price: "760.00"' },
  },
  {
    code: 'TY3602',
    title: 'an item has days without a version',
    changes: [
      [
        network,
        '      - from: 2022-01-01\n        to: 2024-12-31\n        fee: { price: "860.00"',
        '      - from: 2022-01-01\n        to: 2024-11-30\n        fee: { price: "860.00"',
      ],
    ],
    at: { file: network, mark: '      - from: |2025-01-01\n        fee: { price: "760.00"' },
  },
  {
    code: 'TY3603',
    title: 'an item that is in use runs out',
    changes: [
      [
        network,
        '      - from: 2025-01-01\n        fee: { price: "760.00"',
        '      - from: 2025-01-01\n        to: 2027-06-30\n        fee: { price: "760.00"',
      ],
    ],
    at: { file: network, mark: 'to: |2027-06-30' },
  },
  {
    code: 'TY3604',
    title: 'an item needs a service that the cloud lacks',
    changes: [
      [
        storage,
        '        delivery: { by: manual }',
        '        delivery: { by: quota, quota: { objectGib: 1 } }',
      ],
    ],
    at: { file: storage, mark: 'quota: { objectGib: |1' },
  },
  {
    code: 'TY3605',
    title: 'two zones share a cloud',
    changes: [[platform, '    cloud: extranet', '    cloud: internet']],
    at: { file: platform, mark: 'class: extranet\n    cloud: |internet' },
    article: 'XS-15.2',
  },
  {
    code: 'TY3606',
    title: 'a volume type has two specifications',
    changes: [
      [
        storage,
        'volumeType: ssd\n            qos:\n              consumer: front-end\n              specs:\n                total_iops_sec: "20000"\n                total_bytes_sec: "367001600"\n\n',
        'volumeType: sas\n            qos:\n              consumer: front-end\n              specs:\n                total_iops_sec: "20000"\n                total_bytes_sec: "367001600"\n\n',
      ],
    ],
    at: {
      file: storage,
      mark: 'volumeType: |sas\n            qos:\n              consumer: front-end\n              specs:\n                total_iops_sec: "20000"',
    },
  },
  {
    code: 'TY3607',
    title: 'the platform is below the MLPS floor',
    changes: [[platform, 'mlps: { level: 3', 'mlps: { level: 2']],
    at: { file: platform, mark: 'mlps: { level: |2' },
    article: 'NW-3.4',
  },
  {
    code: 'TY3608',
    title: 'a system is of a higher MLPS level than the platform',
    changes: [[shebao, 'mlps: { level: 3', 'mlps: { level: 4']],
    at: { file: shebao, mark: 'mlps: { level: |4' },
  },
  {
    code: 'TY4101',
    title: 'a unit is outside the scope',
    changes: [[gonganUnit, 'category: government-organ', 'category: county']],
    at: { file: gonganUnit, mark: 'category: |county' },
    article: 'XS-3',
  },
  {
    code: 'TY4102',
    title: 'a purpose is not among those allowed',
    changes: [
      [
        'catalogue/jurisdictions/xishuangbanna.yaml',
        'purposes: { allowed: [社会治理, 政务服务, 公共事业, 内部管理]',
        'purposes: { allowed: [社会治理, 公共事业, 内部管理]',
      ],
    ],
    at: { file: shebao, mark: 'purpose: |政务服务' },
    article: 'XS-6',
  },
  {
    code: 'TY4103',
    title: 'a system serves a commercial use',
    changes: [[lvyou, 'dataInCountry: true\n', 'dataInCountry: true\ncommercialUse: true\n']],
    at: { file: lvyou, mark: 'commercialUse: |true' },
    article: 'JQ-15',
  },
  {
    code: 'TY4104',
    title: 'data may leave the country',
    changes: [[lvyou, 'dataInCountry: true', 'dataInCountry: false']],
    at: { file: lvyou, mark: 'dataInCountry: |false' },
    article: 'JQ-16',
  },
  {
    code: 'TY4105',
    title: 'a request comes after the regulation expired',
    changes: [[zhaosheng, '    on: 2024-03-05', '    on: 2025-03-23']],
    at: { file: zhaosheng, mark: 'on: |2025-03-23' },
    article: 'NW-5.2',
  },
  {
    code: 'TY4106',
    title: 'an MLPS assessment is overdue',
    changes: [[shebao, 'assessed: 2026-06-15', 'assessed: 2025-11-22']],
    at: { file: shebao, mark: 'assessed: |2025-11-22' },
    article: 'XS-34',
  },
  {
    code: 'TY4107',
    title: 'an assessment of cryptography is overdue',
    changes: [[shipin, 'cryptography: { assessed: 2026-06-09 }', 'cryptography: { assessed: 2025-11-22 }']],
    at: { file: shipin, mark: 'cryptography: { assessed: |2025-11-22' },
    article: 'DT-23',
  },
  {
    code: 'TY4108',
    title: 'contacts were not confirmed for long',
    changes: [
      [
        gonganUnit,
        'phone: 0691-0000201, confirmed: 2026-10-15',
        'phone: 0691-0000201, confirmed: 2025-11-22',
      ],
    ],
    at: { file: gonganUnit, mark: 'confirmed: |2025-11-22' },
    article: 'XS-22.3',
  },
  {
    code: 'TY4109',
    title: 'the catalogue was not reviewed for a year',
    changes: [[platform, 'catalogueReviewed: 2026-03-31', 'catalogueReviewed: 2025-03-31']],
    at: { file: platform, mark: 'catalogueReviewed: |2025-03-31' },
    article: 'XS-11',
  },
  {
    code: 'TY4110',
    title: 'an assessment of the platform has run out',
    changes: [[platform, 'on: 2026-05-12, until: 2027-05-11', 'on: 2025-05-12, until: 2026-05-11']],
    at: { file: platform, mark: 'kind: |Platform' },
    article: 'XS-15.4',
  },
  {
    code: 'TY4111',
    title: 'an item has a domestic counterpart',
    changes: [
      [
        shebao,
        '      - { item: ecs.domestic.4c8g, quantity: 2 }',
        '      - { item: ecs.general.4c8g, quantity: 2 }',
      ],
    ],
    at: { file: shebao, mark: '{ item: |ecs.general.4c8g' },
    article: 'XS-19.4',
  },
  {
    code: 'TY4112',
    title: 'the service agreement of a live system has run out',
    changes: [
      [
        zhaosheng,
        'type: 政务云服务协议, number: NWXY-2024-002, on: 2024-03-18',
        'type: 政务云服务协议, number: NWXY-2024-002, on: 2024-03-18, until: 2026-03-17',
      ],
    ],
    at: { file: zhaosheng, mark: 'until: |2026-03-17' },
  },
  {
    code: 'TY4201',
    title: 'a request lacks a paper',
    changes: [
      [
        zhaosheng,
        '      - { type: 信息系统安全责任协议书, number: 宁教安〔2024〕1号, on: 2024-03-01 }\n',
        '',
      ],
    ],
    at: { file: zhaosheng, mark: 'source: { forge: gitea, change: 11 }\n    |papers:' },
    article: 'NW-2.1a',
  },
  {
    code: 'TY4202',
    title: 'a laboratory has no accreditation',
    changes: [
      [
        shuiqing,
        '      - { type: 软件性能测试报告, number: RJCP-2024-0062, on: 2024-04-10, by: 省软件测评中心（示例）, accreditation: CNAS L0000 }',
        '      - { type: 软件性能测试报告, number: RJCP-2024-0062, on: 2024-04-10, by: 省软件测评中心（示例） }',
      ],
    ],
    at: { file: shuiqing, mark: 'source: { paper: RJCP-2024-0062 }\n    |papers:' },
    article: 'ZJ-9b',
  },
  {
    code: 'TY4203',
    title: 'nobody is named for audits',
    changes: [
      [
        shuiqing,
        '  audit: { name: 倪虹, title: 机关纪委干事, phone: 0571-00000206, confirmed: 2026-07-16 }\n',
        '',
      ],
    ],
    at: { file: shuiqing, mark: '- event: |submitted' },
    article: 'ZJ-18',
  },
  {
    code: 'TY4204',
    title: 'a refusal gives no reason',
    changes: [
      [
        shebao,
        '  - event: accepted\n    on: 2025-07-04\n    source: { forge: gitea, change: 1, review: 1 }\n',
        '  - event: refused\n    on: 2025-07-04\n    source: { forge: gitea, change: 1, review: 1 }\n',
      ],
    ],
    at: { file: shebao, mark: '- event: |refused' },
    article: 'XS-20',
  },
  {
    code: 'TY4205',
    title: 'a level 3 system has no backup',
    changes: [[shipin, '          - { item: cbr.volume, quantity: 800, unit: GiB }\n', '']],
    at: { file: shipin, mark: '- event: |change-approved' },
    article: 'DT-20',
  },
  {
    code: 'TY4206',
    title: 'the papers of an emergency did not follow',
    changes: [
      [
        shebao,
        '  - event: accepted\n    on: 2025-07-04\n    source: { forge: gitea, change: 1, review: 1 }\n  - event: approved\n    on: 2025-07-10\n    source: { forge: gitea, change: 1, review: 2 }\n',
        '  - event: emergency-approved\n    on: 2025-07-10\n    source: { forge: gitea, change: 1, review: 2 }\n    conditions: [emergency]\n    reason: 重大活动保障\n    until: 2025-09-10\n',
      ],
    ],
    at: { file: shebao, mark: 'until: |2025-09-10' },
    article: 'XS-26',
  },
  {
    code: 'TY4207',
    title: 'a paper is younger than its event',
    changes: [[shebao, 'number: LS-2025-0081, on: 2025-08-12', 'number: LS-2025-0081, on: 2025-08-22']],
    at: { file: shebao, mark: 'number: LS-2025-0081, on: |2025-08-22' },
  },
  {
    code: 'TY4208',
    title: 'a delivery rests on no paper',
    changes: [[shebao, 'source: { paper: XSJF-2025-001 }', 'source: { forge: gitea, change: 2 }']],
    at: { file: shebao, mark: '2025-07-15\n    source: |{ forge: gitea, change: 2 }' },
  },
  {
    code: 'TY4209',
    title: 'the file of a paper is not in the repository',
    changes: [
      [
        shebao,
        'number: LS-2025-0081, on: 2025-08-12',
        'number: LS-2025-0081, on: 2025-08-12, file: tenants/xishuangbanna/rensheju/papers/ls.pdf',
      ],
    ],
    at: { file: shebao, mark: 'file: |tenants/xishuangbanna/rensheju/papers/ls.pdf' },
  },
  {
    code: 'TY4301',
    title: 'a trial ends after ten days',
    changes: [[shuiqing, '    on: 2024-03-18\n', '    on: 2024-04-05\n']],
    at: { file: shuiqing, mark: 'trial-passed\n    on: |2024-04-15' },
    article: 'ZJ-9a',
  },
  {
    code: 'TY4303',
    title: 'a major change to the platform has no assessment',
    changes: [[platform, '\n# 两地三中心', `\n${change({ major: true })}\n# 两地三中心`]],
    at: { file: platform, mark: '- event: |platform-change-submitted' },
    article: 'DT-18',
  },
  {
    code: 'TY4304',
    title: 'the platform was changed before anybody approved it',
    changes: [[platform, '\n# 两地三中心', `\n${change({ approved: false })}\n# 两地三中心`]],
    at: { file: platform, mark: '- event: |platform-change-done' },
    article: 'DT-18',
  },
  {
    code: 'TY4305',
    title: 'systems were told two working days before',
    changes: [[platform, '\n# 两地三中心', `\n${change({ done: '2026-09-15' })}\n# 两地三中心`]],
    at: { file: platform, mark: 'platform-change-done\n        on: |2026-09-15' },
    article: 'DT-18',
  },
]

interface Change {
  readonly jurisdiction?: string
  readonly major?: boolean
  readonly approved?: boolean
  readonly done?: string
}

/** A change to the platform: announced on Friday 2026-09-11, so that Wednesday the 16th is the earliest day. */
function change({
  jurisdiction = 'datong',
  major = false,
  approved = true,
  done = '2026-09-16',
}: Change): string {
  return `changes:
  - id: switch-upgrade
    name: 核心交换机升级
    jurisdiction: ${jurisdiction}
    major: ${major}
    interrupts: true
    history:
      - event: platform-change-submitted
        on: 2026-09-01
        papers:
          - { type: 平台调整方案, number: PT-01, on: 2026-09-01 }
${approved ? '      - { event: platform-change-approved, on: 2026-09-08 }\n' : ''}      - { event: platform-change-notified, on: 2026-09-11 }
      - event: platform-change-done
        on: ${done}
`
}
