import { exampleText } from '../../example-repository.ts'
import type { ChangeCase } from '../change-table.ts'

const platform = 'catalogue/platform.yaml'
const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'
const xinchou = 'tenants/xishuangbanna/rensheju/xinchou-chaxun.yaml'
const huji = 'tenants/xishuangbanna/gonganju/huji-guanli.yaml'
const edited = (file: string): readonly [string, string, string] => [
  file,
  'kind: System\n',
  'kind: System # 系统\n',
]
const compute = 'catalogue/services/compute.yaml'
const granted =
  '  - id: ecs.domestic.4c8g\n    name: { zh: 信创云主机 4核8G, en: Domestic server 4 vCPU 8 GiB }\n    unit: { zh: 台, en: server }'
const operations = 'catalogue/services/operations.yaml'
const onDuty = / {2}- id: ops\.on-duty\n.*\n.*unit: .*\n/.exec(exampleText(operations))?.[0] ?? ''
const from = 'exposure: { from: 2026-11-01 }'
const lab =
  '\n  lab:\n    name: { zh: 试验区, en: Lab }\n    class: internet\n    cloud: lab\n    region: lab\n    site: main\n    apis: [compute, block-storage, network]\n    backend: { type: local }\n    reservePercent: 15\n    pools:\n      shared: { name: { zh: 池, en: Pool }, dedicated: false, availabilityZone: nova, capacity: { vcpus: 1, ramGib: 1, volumeGib: 1 } }\n    addressPools:\n      - { id: lab-ipv4, cidr: 10.112.0.0/16, prefixLength: { min: 22, default: 26, max: 28 } }\n    egress: { type: flat, physicalNetwork: public, ipv4: 192.0.2.0/24 }\n'

const classes = (id: string, facesInternet: boolean) =>
  `classes:\n  ${id}: { name: { zh: 业务专网区, en: Business network zone }, facesInternet: ${facesInternet} }\n`

export const platformCases: readonly ChangeCase[] = [
  {
    code: 'TY4013',
    title: 'two zones exchange their clouds',
    head: [
      [platform, '    cloud: internet\n', '    cloud: extranet\n'],
      [platform, '    class: extranet\n    cloud: extranet\n', '    class: extranet\n    cloud: internet\n'],
    ],
    finds: [
      { file: platform, mark: 'class: internet\n    cloud: |extranet', names: ['internet', 'extranet'] },
      { file: platform, mark: 'class: extranet\n    cloud: |internet', names: ['internet', 'extranet'] },
    ],
  },
  {
    code: 'TY4013',
    title: 'a zone with systems moves to another region',
    head: [[platform, '    region: internet\n', '    region: north\n']],
    finds: [{ file: platform, mark: 'region: |north' }],
  },
  {
    code: 'TY4013',
    title: 'a zone in which nothing stands moves to another cloud',
    base: [
      [platform, '\n# 互联网区与政务外网区之间唯一的通道', `${lab}\n# 互联网区与政务外网区之间唯一的通道`],
    ],
    head: [[platform, '    cloud: lab\n', '    cloud: laboratory\n']],
    finds: [],
  },
  {
    code: 'TY4013',
    title: 'the class of a zone with systems opens to the internet',
    head: [[platform, 'zones:\n  internet:', `${classes('extranet', true)}zones:\n  internet:`]],
    finds: [{ file: platform, mark: 'facesInternet: |true', names: ['extranet'] }],
  },
  {
    code: 'TY4013',
    title: 'a class is written out as it is',
    head: [[platform, 'zones:\n  internet:', `${classes('extranet', false)}zones:\n  internet:`]],
    finds: [],
  },
  {
    code: 'TY4013',
    title: 'a class opens of which no zone with systems is',
    base: [[platform, 'zones:\n  internet:', `${classes('business', false)}zones:\n  internet:`]],
    head: [[platform, 'facesInternet: false', 'facesInternet: true']],
    finds: [],
  },
  {
    code: 'TY4016',
    title: 'a granted item is counted in another unit',
    head: [[compute, granted, granted.replace('台, en: server', '核, en: core')]],
    finds: [
      {
        file: compute,
        mark: 'Domestic server 4 vCPU 8 GiB }\n    unit: |{ zh: 核',
        kind: { zh: '“台”改为“核”', en: 'from “server” to “core”' },
      },
    ],
  },
  {
    code: 'TY4016',
    title: 'a granted item is counted in another unit in one language alone, and it is told in both',
    head: [[compute, granted, granted.replace('台, en', '核, en')]],
    finds: [
      {
        file: compute,
        mark: 'Domestic server 4 vCPU 8 GiB }\n    unit: |{ zh: 核',
        kind: { zh: '“台”改为“核”', en: 'from “台 (server)” to “核 (server)”' },
      },
    ],
  },
  {
    code: 'TY4016',
    title: 'an item that nobody was granted is counted in another unit',
    head: [[operations, onDuty, onDuty.replace(/unit: .*/, 'unit: { zh: 次, en: time }')]],
    finds: [],
  },
  {
    code: 'TY4014',
    title: 'systems of two units are touched',
    head: [edited(huji), edited(shebao)],
    finds: [
      {
        file: huji,
        mark: 'unit: |gonganju',
        severity: 'warning',
        names: ['xishuangbanna/gonganju', 'xishuangbanna/rensheju'],
      },
      { file: shebao, mark: 'unit: |rensheju', severity: 'warning' },
    ],
  },
  {
    code: 'TY4014',
    title: 'two systems of one unit are touched',
    head: [edited(xinchou), edited(shebao)],
    finds: [],
  },
  {
    code: 'TY4015',
    title: 'the day from which openings are granted is put off by one',
    head: [[platform, from, from.replace('01 }', '02 }')]],
    finds: [{ file: platform, mark: 'exposure: { from: |2026-11-02', names: ['2026-11-01', '2026-11-02'] }],
  },
  {
    code: 'TY4015',
    title: 'the day from which openings are granted is taken away',
    head: [[platform, `${from}\n`, '']],
    finds: [{ file: platform, mark: '|metadata: {', names: ['2026-11-01'] }],
  },
  {
    code: 'TY4015',
    title: 'the day from which openings are granted comes sooner',
    head: [[platform, from, from.replace('2026-11-01', '2026-10-31')]],
    finds: [],
  },
  {
    code: 'TY4015',
    title: 'a day that is still to come is put off',
    base: [[platform, from, from.replace('2026-11-01', '2026-11-24')]],
    head: [[platform, '2026-11-24', '2026-12-24']],
    finds: [],
  },
]
