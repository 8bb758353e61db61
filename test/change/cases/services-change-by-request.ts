import { exampleText } from '../../example-repository.ts'
import type { ChangeCase } from '../change-table.ts'

const code = 'TY4003'
const profile = 'catalogue/jurisdictions/xishuangbanna.yaml'
const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'
const dangan = 'tenants/ningwu/weijianju/jiankang-dangan.yaml'
const shuiqing = 'tenants/zhejiang/shuiliting/shuiqing-jiance.yaml'

const article = 'XS-22.1'
const text = exampleText(shebao)
const extranet = text.slice(text.indexOf('  extranet:\n    network'), text.indexOf('\nexchange:'))
const two = '- { item: ecs.domestic.4c8g, quantity: 2 }'
const more: readonly [string, string, string] = [shebao, two, two.replace('2 }', '3 }')]
const enlarged = 'ecs.domestic.4c8g, quantity: |3'
const note = '    note: 原系统保留至二〇二五年十月八日\n'
const event = (name: string, day: string) =>
  `  - event: ${name}\n    on: ${day}\n    source: { forge: gitea, change: 30 }\n`
const appended = (...events: readonly string[]): readonly [string, string, string] => [
  shebao,
  note,
  note + events.join(''),
]
const enlargement = { zh: '扩容信创云主机 4核8G（ecs.domestic.4c8g） 2 → 3，', en: '2 → 3 is an enlargement' }
const unasked = { zh: '没有追加“提交云服务调整申请”', en: 'no “change submitted” was appended' }
const exitRequest = '      name: 提交政务云资源撤销申请和撤销方案\n'
const secondSeason = '      - { item: ecs.general.8c16g, quantity: 4, from: 2027-06-01, to: 2027-10-15 }\n'

export const serviceCases: readonly ChangeCase[] = [
  {
    code,
    title: 'one server more is asked for without a request',
    head: [more],
    finds: [
      {
        file: shebao,
        mark: enlarged,
        article,
        names: ['ecs.domestic.4c8g', '2 → 3'],
        kind: enlargement,
      },
    ],
  },
  {
    code,
    title: 'one server fewer is asked for without a request',
    head: [[shebao, two, two.replace('2 }', '1 }')]],
    finds: [
      {
        file: shebao,
        mark: 'ecs.domestic.4c8g, quantity: |1',
        article,
        names: ['ecs.domestic.4c8g', '2 → 1'],
        kind: { zh: '缩容', en: 'reduction' },
      },
    ],
  },
  {
    code,
    title: 'what is in several lines is found at the first of them',
    head: [[shuiqing, secondSeason, secondSeason.replace('quantity: 4', 'quantity: 5')]],
    finds: [
      {
        file: shuiqing,
        mark: 'ecs.general.8c16g, quantity: |4, from: 2026-06-01, to: 2026-10-15 }\n      - { item: ecs.general.8c16g, quantity: 5',
        article: 'ZJ-11',
        names: ['ecs.general.8c16g', '4 → 5', '2027-06-01'],
        kind: { zh: '5（自 2027-06-01 起）', en: '5 from 2027-06-01 is an enlargement' },
      },
    ],
  },
  {
    code,
    title: 'an item is added',
    head: [[shebao, `      ${two}\n`, `      ${two}\n      - { item: sec.bastion, quantity: 1 }\n`]],
    finds: [
      {
        file: shebao,
        mark: 'quantity: 2 }\n      - { item: sec.bastion, quantity: |1',
        article,
        names: ['sec.bastion', '0 → 1'],
      },
    ],
  },
  {
    code,
    title: 'an item is dropped, and found at the services that are left',
    head: [
      [shebao, '      - { item: eip.bgp.10m, quantity: 1 }\n      - { item: elb', '      - { item: elb'],
    ],
    finds: [
      {
        file: shebao,
        mark: `services:\n      |${two}`,
        article,
        names: ['eip.bgp.10m', '1 → 0'],
      },
    ],
  },
  {
    code,
    title: 'the season of a line begins one day later',
    head: [[shuiqing, secondSeason, secondSeason.replace('2027-06-01', '2027-06-02')]],
    finds: [
      {
        file: shuiqing,
        mark: 'ecs.general.8c16g, quantity: |4, from: 2026-06-01, to: 2026-10-15 }\n      - { item: ecs.general.8c16g, quantity: 4, from: 2027-06-02',
        article: 'ZJ-11',
        names: ['ecs.general.8c16g'],
        kind: { zh: '的起止日期', en: 'the dates of' },
      },
    ],
  },
  {
    code,
    title: 'a line without an end gets one',
    head: [[shebao, `      ${two}`, `      ${two.replace(' }', ', to: 2027-01-31 }')}`]],
    finds: [
      { file: shebao, mark: 'ecs.domestic.4c8g, quantity: |2, to', article, names: ['ecs.domestic.4c8g'] },
    ],
  },
  {
    code,
    title: 'a zone is left',
    head: [[shebao, extranet, '']],
    finds: [
      {
        file: shebao,
        mark: 'zones:\n  |internet:',
        article,
        kind: { zh: '退出政务外网区域', en: 'the Extranet zone is left' },
      },
    ],
  },
  {
    code,
    title: 'a zone is added',
    head: [
      [
        dangan,
        '\nhistory:\n',
        '  internet:\n    services:\n      - { item: sec.waf, quantity: 1 }\n\nhistory:\n',
      ],
    ],
    // While it exits, it can ask for nothing.
    finds: [
      {
        file: dangan,
        mark: 'internet:\n    |services:',
        article: 'NW-2.2',
        kind: { zh: '新增互联网区', en: 'the Internet zone is added' },
      },
    ],
  },
  {
    code,
    title: 'a zone moves to another pool',
    head: [[shebao, '  extranet:\n', '  extranet:\n    pool: dedicated\n']],
    finds: [
      {
        file: shebao,
        mark: 'extranet:\n    |pool: dedicated',
        article,
        kind: { zh: '政务外网区域更换资源池', en: 'the pool in the Extranet zone' },
      },
    ],
  },
  {
    code,
    title: 'each of several differences is found, in the order of the file',
    head: [
      [shebao, '- { item: sec.bastion, quantity: 1 }', '- { item: sec.bastion, quantity: 2 }'],
      [shebao, '- { item: evs.domestic, quantity: 1000', '- { item: evs.domestic, quantity: 1001'],
      more,
    ],
    finds: [
      { file: shebao, mark: enlarged, article },
      { file: shebao, mark: 'evs.domestic, quantity: |1001', article },
      { file: shebao, mark: 'sec.bastion, quantity: |2', article },
    ],
  },
  {
    code,
    title: 'an appended event that requests nothing is no request',
    head: [appended(event('old-system-retired', '2026-11-20')), more],
    finds: [{ file: shebao, mark: enlarged, article }],
  },
  {
    code,
    title: 'an appended exit is no request for more',
    head: [appended(event('exit-submitted', '2026-11-20')), more],
    finds: [{ file: shebao, mark: enlarged, article, kind: unasked }],
  },
  {
    code,
    title: 'an exit that the regulation marks as a request asks for nothing more',
    base: [[profile, exitRequest, `${exitRequest}      requests: true\n`]],
    head: [appended(event('exit-submitted', '2026-11-20')), more],
    finds: [{ file: shebao, mark: enlarged, article, kind: unasked }],
  },
  {
    code,
    title: 'a request on the target branch covers no later difference',
    base: [appended(event('change-submitted', '2026-11-20'))],
    head: [more],
    // Nothing can be requested while the request is being reviewed: what governs the lifecycle is cited.
    finds: [{ file: shebao, mark: enlarged, article: 'XS-18', names: ['ecs.domestic.4c8g', '2 → 3'] }],
  },
  {
    code,
    title: 'a request of tomorrow on the target branch has not been made yet',
    base: [appended(event('change-submitted', '2026-11-24'))],
    head: [more],
    finds: [{ file: shebao, mark: enlarged, article, kind: unasked }],
  },
  {
    code,
    title: 'a request that takes the place of the last event is not appended',
    head: [[shebao, '  - event: live\n', '  - event: change-submitted\n'], more],
    finds: [{ file: shebao, mark: enlarged, article }],
  },
  {
    code,
    title: 'the request to be made is the change, though an exit could be requested too',
    base: [
      [
        profile,
        '    change-submitted:\n',
        '    exit-asked: { name: 申请退出, from: [live], to: exit-submitted, article: XS-23, approval: exit, requests: true }\n    change-submitted:\n',
      ],
    ],
    head: [more],
    finds: [{ file: shebao, mark: enlarged, article, kind: unasked }],
  },
  {
    code,
    title: 'an event that only the regulation of the change knows is no request',
    head: [
      [
        profile,
        '    change-submitted:\n',
        '    change-noted: { name: 口头申请, from: [live], to: change-submitted, article: XS-22.1, requests: true }\n    change-submitted:\n',
      ],
      appended(event('change-noted', '2026-11-20')),
      more,
    ],
    finds: [{ file: shebao, mark: enlarged, article, kind: unasked }],
  },
  {
    code,
    title: 'more is asked for together with the request',
    head: [appended(event('change-submitted', '2026-11-20')), more],
    finds: [],
  },
  {
    code,
    title: 'a zone is left together with the request and what follows it',
    head: [
      appended(
        event('old-system-retired', '2026-11-19'),
        event('change-submitted', '2026-11-20'),
        event('change-refused', '2026-11-21'),
      ),
      [shebao, extranet, ''],
    ],
    finds: [],
  },
  {
    code,
    title: 'a request comes without a difference',
    head: [appended(event('change-submitted', '2026-11-20'))],
    finds: [],
  },
  {
    code,
    title: 'lines and zones change places, and the shared pool is named',
    head: [
      [shebao, extranet, ''],
      [shebao, 'zones:\n', `zones:\n${extranet.replace('    network', '    pool: shared\n    network')}`],
      [
        shebao,
        '      - { item: elb.standard, quantity: 1 }\n      - { item: sec.firewall, quantity: 1 }\n',
        '      - { item: sec.firewall, quantity: 1 }\n      - { item: elb.standard, quantity: 1 }\n',
      ],
    ],
    finds: [],
  },
]
