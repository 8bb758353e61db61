import { exampleText } from '../../example-repository.ts'
import type { ChangeCase } from '../change-table.ts'

const code = 'TY4005'
const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'
const wenwu = 'tenants/jiuquan/wenlvju/wenwu-jiance.yaml'

const text = exampleText(shebao)
const extranet = text.slice(text.indexOf('  extranet:\n    network'), text.indexOf('\nexchange:'))
const internet = text.slice(text.indexOf('  internet:\n    network'), text.indexOf(extranet))
const withoutExtranet: readonly [string, string, string] = [shebao, extranet, '']
const note = '    note: 原系统保留至二〇二五年十月八日\n'
const change = (day: string) => `  - event: change-submitted
    on: 2026-11-09
    source: { forge: gitea, change: 30 }
  - event: change-approved
    on: ${day}
    source: { forge: gitea, change: 30, review: 60 }
    grants:
      internet:
        services:
          - { item: ecs.domestic.4c8g, quantity: 2 }
`
const exit = `  - event: exit-submitted
    on: 2026-11-09
    source: { forge: gitea, change: 31 }
  - event: exit-approved
    on: 2026-11-12
    source: { forge: gitea, change: 31, review: 61 }
`
const handedOver = (day: string) =>
  `  - event: data-handed-over\n    on: ${day}\n    source: { paper: SB-YJ-01 }\n`

const twoZones: readonly [string, string, string] = [
  wenwu,
  'zones:\n',
  'zones:\n  internet:\n    services:\n      - { item: sec.waf, quantity: 1 }\n',
]
const refusal = '请核减后重新提交。\n'
const opened = `  - event: submitted
    on: 2026-11-09
    source: { forge: gitea, change: 50 }
  - event: approved
    on: 2026-11-13
    source: { forge: gitea, change: 50, review: 90 }
    grants:
      internet:
        services:
          - { item: sec.waf, quantity: 1 }
      extranet:
        services:
          - { item: ecs.domestic.4c8g, quantity: 8 }
`

export const grantedZoneCases: readonly ChangeCase[] = [
  {
    code,
    title: 'a zone disappears while it is granted',
    head: [withoutExtranet],
    finds: [{ file: shebao, mark: '|zones:', kind: { zh: '政务外网区域的', en: 'Extranet zone' } }],
  },
  {
    code,
    title: 'the first of two zones disappears',
    head: [[shebao, internet, '']],
    finds: [{ file: shebao, mark: '|zones:', kind: { zh: '互联网区域的', en: 'Internet zone' } }],
  },
  {
    code,
    title: 'a zone disappears while the exit is only approved',
    base: [[shebao, note, note + exit]],
    head: [withoutExtranet],
    finds: [{ file: shebao, mark: '|zones:', kind: { zh: '政务外网区域的', en: 'Extranet zone' } }],
  },
  {
    code,
    title: 'a zone disappears a day before the grant that leaves it out',
    head: [[shebao, note, note + change('2026-11-24')], withoutExtranet],
    finds: [{ file: shebao, mark: '|zones:', kind: { zh: '政务外网区域的', en: 'Extranet zone' } }],
  },
  {
    code,
    title: 'a zone disappears a day before the cloud is given up',
    head: [[shebao, note, note + exit + handedOver('2026-11-24')], withoutExtranet],
    finds: [{ file: shebao, mark: '|zones:', kind: { zh: '政务外网区域的', en: 'Extranet zone' } }],
  },
  {
    code,
    title: 'a zone disappears together with the approval that grants it',
    base: [twoZones],
    head: [
      [wenwu, refusal, refusal + opened],
      [wenwu, '  internet:\n    services:\n      - { item: sec.waf, quantity: 1 }\n  extranet', '  extranet'],
    ],
    finds: [{ file: wenwu, mark: '|zones:', kind: { zh: '互联网区的', en: 'Internet zone' } }],
  },
  {
    code,
    title: 'a zone disappears on the day of the grant that leaves it out',
    head: [[shebao, note, note + change('2026-11-23')], withoutExtranet],
    finds: [],
  },
  {
    code,
    title: 'a zone disappears on the day on which the cloud is given up',
    head: [[shebao, note, note + exit + handedOver('2026-11-23')], withoutExtranet],
    finds: [],
  },
  {
    code,
    title: 'a zone disappears that was asked for and refused',
    base: [twoZones],
    head: [
      [wenwu, '  internet:\n    services:\n      - { item: sec.waf, quantity: 1 }\n  extranet', '  extranet'],
    ],
    finds: [],
  },
  {
    code,
    title: 'a granted zone is missing on the target branch already',
    base: [withoutExtranet],
    head: [[shebao, 'name: 杨帆', 'name: 杨凡']],
    finds: [],
  },
  {
    code,
    title: 'the granted zones change places',
    head: [withoutExtranet, [shebao, 'zones:\n', `zones:\n${extranet}`]],
    finds: [],
  },
]
