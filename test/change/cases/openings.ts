import { exampleText } from '../../example-repository.ts'
import type { ChangeCase, ChangeFind } from '../change-table.ts'

type Edit = readonly [string, string, string]

const platform = 'catalogue/platform.yaml'
/** Live; its openings stand by inheritance. */
const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'
/** Approved; its grant says what it opens. */
const chengguan = 'tenants/jiuquan/guazhou/zhihui-chengguan.yaml'
/** Only asked for. */
const jiuye = 'tenants/xishuangbanna/jiuye-zhongxin/jiuye-fuwu.yaml'

const web = '{ from: internet, protocol: tcp, ports: [443] }'
const office =
  '{ from: 172.24.0.0/16, protocol: tcp, ports: [443], authorisedBy: 西人社函〔2025〕57号, note: 州、县经办大厅 }'
const exchange =
  '{ through: gap-01, from: internet, to: extranet, protocol: tcp, ports: [8443], authorisedBy: 西人社函〔2025〕58号 }'
const note = '    note: 原系统保留至二〇二五年十月八日\n'
const record = `    inherited:\n      zones:\n        internet: { ingress: [${web}] }\n        extranet: { ingress: [${office}] }\n      exchange: [${exchange}]\n`
const event = (name: string, more = '') =>
  `  - event: ${name}\n    on: 2026-11-20\n    source: { forge: gitea, change: 30 }\n${more}`
const appended = (...events: readonly string[]): Edit => [shebao, note, note + events.join('')]
const request = event('change-submitted', record)
const article = 'XS-22.1'

/** A rule of the system written otherwise, and found to be wider where it stands. */
const wider = (title: string, before: string, after: string, more: Partial<ChangeFind> = {}): ChangeCase => ({
  code: 'TY4008',
  title,
  head: [[shebao, `- ${before}`, `- ${after}`]],
  finds: [{ file: shebao, mark: `- |${after}`, article, ...more }],
})
const notWider = (title: string, before: string, after: string): ChangeCase => ({
  code: 'TY4008',
  title,
  head: [[shebao, `- ${before}`, `- ${after}`]],
  finds: [],
})

const byRequest: readonly ChangeCase[] = [
  wider('one port more is opened to the internet', web, web.replace('443', '443, 22'), {
    names: ['internet', 'tcp', '443, 22'],
    kind: { zh: '没有随之申请', en: 'no request' },
  }),
  wider('a port becomes a range that goes one further', web, web.replace('443', '"443-444"')),
  wider('another protocol is opened', web, web.replace('tcp', 'udp')),
  wider('a network becomes twice as wide', office, office.replace('172.24.0.0/16', '172.24.0.0/15')),
  wider('a network becomes its neighbour', office, office.replace('172.24.0.0/16', '172.25.0.0/16')),
  wider(
    'a network becomes one of the other IP version',
    office,
    office.replace('172.24.0.0/16', '"fd00:24::/32"'),
  ),
  wider('a network becomes the internet', office, office.replace('172.24.0.0/16', 'internet')),
  wider('a rule loses its authorisation', office, office.replace(', authorisedBy: 西人社函〔2025〕57号', '')),
  wider('a rule rests on another authorisation', office, office.replace('57号', '59号')),
  wider('an exchange carries another port', exchange, exchange.replace('8443', '3306'), {
    names: ['gap-01', '3306'],
    kind: { zh: '互联网区域至政务外网区域跨区交换', en: 'Internet zone to Extranet zone' },
  }),
  wider('an exchange carries another protocol', exchange, exchange.replace('tcp', 'udp')),
  wider(
    'a system that is let in becomes another one',
    '{ to: system:gonganju/huji-guanli, protocol: tcp, ports: [8443] }',
    '{ to: system:rensheju/xinchou-chaxun, protocol: tcp, ports: [8443] }',
  ),
  wider(
    'what the system may reach of itself becomes the internet',
    '{ to: self, protocol: tcp, ports: [443, 8443] }',
    '{ to: internet, protocol: tcp, ports: [443, 8443] }',
  ),
  notWider('a network becomes half as wide', office, office.replace('172.24.0.0/16', '172.24.0.0/17')),
  notWider('the internet becomes a network', web, web.replace('internet', '198.18.0.0/15')),
  notWider('a rule gets an authorisation', web, web.replace(' }', ', authorisedBy: 西人社函〔2026〕1号 }')),
  notWider('a rule gets an end', web, web.replace(' }', ', until: 2027-06-30 }')),
  notWider('a rule gets another note', office, office.replace('州、县经办大厅', '经办大厅')),
  notWider(
    'a network is written as its two halves',
    `${office}\n`,
    `${office.replace('172.24.0.0/16', '172.24.128.0/17')}\n      - ${office.replace('172.24.0.0/16', '172.24.0.0/17')}\n`,
  ),
  notWider(
    'the ports of a rule are split into two rules',
    '{ from: self, protocol: tcp, ports: [22, 3306] }',
    '{ from: self, protocol: tcp, ports: [3306] }\n      - { from: self, protocol: tcp, ports: [22] }',
  ),
  notWider('a port is written as a range', web, web.replace('443', '"443-443"')),
  {
    code: 'TY4008',
    title: 'a rule is taken out, and nothing else is said',
    head: [[shebao, `      - ${web}\n`, '']],
    finds: [],
  },
  {
    code: 'TY4008',
    title: 'an exchange changes its direction',
    head: [
      [
        shebao,
        `- ${exchange}`,
        `- ${exchange.replace('from: internet, to: extranet', 'from: extranet, to: internet')}`,
      ],
    ],
    finds: [{ file: shebao, mark: `exchange:\n  - |{ through: gap-01, from: extranet`, article }],
  },
  {
    code: 'TY4008',
    title: 'a system of IPv4 alone gets the other version, and each of its rules opens there too',
    base: [[shebao, ', ipv6: fd6a:4b1e:64:7::/64 }', ' }']],
    head: [[shebao, 'ipv4: 10.64.0.192/26 }', 'ipv4: 10.64.0.192/26, ipv6: fd6a:4b1e:64:7::/64 }']],
    finds: [
      { file: shebao, mark: `- |${web}`, article },
      { file: shebao, mark: '- |{ from: self, protocol: tcp, ports: [22, 3306] }', article },
      { file: shebao, mark: '- |{ to: self, protocol: tcp, ports: [443, 8443] }', article },
    ],
  },
  {
    code: 'TY4008',
    title: 'the unit adds rules to a system that only asks',
    head: [
      [jiuye, '    ingress:\n', '    ingress:\n      - { from: internet, protocol: tcp, ports: [8080] }\n'],
    ],
    finds: [{ file: jiuye, mark: '- |{ from: internet, protocol: tcp, ports: [8080] }', article }],
  },
  {
    code: 'TY4008',
    title: 'a request for more says what is inherited',
    head: [appended(request), [shebao, `- ${web}`, `- ${web.replace('443', '443, 22')}`]],
    finds: [],
  },
  {
    code: 'TY4008',
    title: 'a request for more does not say what is inherited, and would be open before its answer',
    head: [appended(event('change-submitted')), [shebao, `- ${web}`, `- ${web.replace('443', '443, 22')}`]],
    finds: [{ file: shebao, mark: 'event: |change-submitted', article, names: ['inherited'] }],
  },
  {
    code: 'TY4008',
    title: 'an exit is no request for more',
    head: [
      appended(event('exit-submitted', record)),
      [shebao, `- ${web}`, `- ${web.replace('443', '443, 22')}`],
    ],
    finds: [{ file: shebao, mark: `- |${web.replace('443', '443, 22')}`, article }],
  },
  {
    code: 'TY4008',
    title: 'a system whose grant says what it opens asks for more',
    head: [
      [
        chengguan,
        `      - ${web}\n      - { from: self`,
        `      - ${web.replace('443', '443, 22')}\n      - { from: self`,
      ],
    ],
    finds: [{ file: chengguan, mark: `- |${web.replace('443', '443, 22')}`, article: 'JQ-10.2' }],
  },
  {
    code: 'TY4008',
    title: 'a system asks again for what its grant opens',
    base: [[chengguan, `    ingress:\n      - ${web}\n`, '    ingress:\n']],
    head: [
      [chengguan, '    ingress:\n      - { from: self', `    ingress:\n      - ${web}\n      - { from: self`],
    ],
    finds: [],
  },
]

const granted = event(
  'change-approved',
  `    grants:\n      internet:\n        services: [{ item: ecs.domestic.4c8g, quantity: 2 }]\n`,
)
const more: Edit = [shebao, `- ${web}`, `- ${web.replace('443', '443, 22')}`]
const late = granted.replace('2026-11-20', '2026-10-20')
const lateMark = 'on: 2026-10-20\n    source: { forge: gitea, change: 30 }\n    |grants:'

const bySaying: readonly ChangeCase[] = [
  {
    code: 'TY4009',
    title: 'a grant of the past is entered late, and does not say what it opens beyond what stood',
    base: [appended(request)],
    head: [more, [shebao, request, request + late]],
    finds: [{ file: shebao, mark: lateMark, names: ['internet', '443, 22'] }],
  },
  {
    code: 'TY4009',
    title: 'the same grant says what it opens',
    base: [appended(request)],
    head: [more, [shebao, request, `${request}${late}    exchange: [${exchange}]\n`]],
    finds: [],
  },
  {
    code: 'TY4009',
    title: 'a grant of the past is entered late, and nothing more is asked for than what stood',
    head: [appended(event('change-submitted'), late)],
    finds: [],
  },
  {
    code: 'TY4009',
    title: 'a system comes with a grant of the past that says nothing of its openings',
    base: [[shebao, '', undefined]],
    head: [[shebao, '', exampleText(shebao)]],
    finds: [
      { file: shebao, mark: 'change: 1, review: 2 }\n    |grants:', names: ['172.24.0.0/16', 'gap-01'] },
    ],
  },
  {
    code: 'TY4009',
    title: 'a system comes with a grant on the day before openings have to be granted',
    base: [
      [platform, 'exposure: { from: 2026-11-01 }', 'exposure: { from: 2026-11-24 }'],
      [shebao, '', undefined],
    ],
    head: [[shebao, '', exampleText(shebao)]],
    finds: [],
  },
  {
    code: 'TY4009',
    title: 'a system comes with a grant on the day on which openings have to be granted',
    base: [
      [platform, 'exposure: { from: 2026-11-01 }', 'exposure: { from: 2026-11-23 }'],
      [shebao, '', undefined],
    ],
    head: [[shebao, '', exampleText(shebao)]],
    finds: [{ file: shebao, mark: 'change: 1, review: 2 }\n    |grants:' }],
  },
  {
    code: 'TY4009',
    title: 'a system comes with a grant where openings are never granted',
    base: [
      [platform, 'exposure: { from: 2026-11-01 }\n', ''],
      [shebao, '', undefined],
    ],
    head: [[shebao, '', exampleText(shebao)]],
    finds: [],
  },
]

/** A request whose record of what is inherited is written otherwise. */
const recorded = (before: string, after: string): ChangeCase['head'] => [
  appended(
    event(
      'change-submitted',
      record.replace(before, () => after),
    ),
  ),
]

const byRecord: readonly ChangeCase[] = [
  { code: 'TY4010', title: 'a request says what stood', head: [appended(request)], finds: [] },
  {
    code: 'TY4010',
    title: 'a request says less than what stood',
    head: recorded(web, web.replace(' }', ', until: 2027-01-31 }')),
    finds: [],
  },
  {
    code: 'TY4010',
    title: 'a request says that a port stood which was closed',
    head: recorded(web, web.replace('443', '443, 22')),
    finds: [
      {
        file: shebao,
        mark: `ingress: [|${web.replace('443', '443, 22')}`,
        names: ['443, 22'],
        kind: { zh: '没有开放', en: 'is not open' },
      },
    ],
  },
  {
    code: 'TY4010',
    title: 'a request says that an exchange stood which nobody had',
    head: recorded(exchange, exchange.replace('8443', '22')),
    finds: [{ file: shebao, mark: `exchange: [|${exchange.replace('8443', '22')}`, names: ['gap-01', '22'] }],
  },
  {
    code: 'TY4010',
    title: 'a system that comes says that something stood before it came',
    base: [[shebao, '', undefined]],
    head: [
      [
        shebao,
        '',
        exampleText(shebao).replace(
          note,
          note + event('change-submitted', `    inherited: { exchange: [${exchange}] }\n`),
        ),
      ],
    ],
    finds: [{ file: shebao, mark: `inherited: { exchange: [|${exchange}`, names: ['gap-01'] }],
  },
]

export const openingCases: readonly ChangeCase[] = [...byRequest, ...bySaying, ...byRecord]
