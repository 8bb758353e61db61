import { exampleText } from '../../example-repository.ts'
import type { ChangeCase } from '../change-table.ts'

const code = 'TY4002'
const profile = 'catalogue/jurisdictions/ningwu.yaml'
const dangan = 'tenants/ningwu/weijianju/jiankang-dangan.yaml'
const yimiao = 'tenants/ningwu/weijianju/yimiao-yuyue.yaml'
const wenwu = 'tenants/jiuquan/wenlvju/wenwu-jiance.yaml'
const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'

const exitApproved = '  - event: exit-approved\n    on: 2026-11-20\n'
const handedOver = '  - event: data-handed-over\n    on: 2026-11-20\n    source: { paper: JK-YJ-01 }\n'
const recovered = '  - event: recovered\n    on: 2026-11-21\n    source: { paper: JK-HZ-01 }\n'
const terminated = (day: string) => `  - event: terminated\n    on: ${day}\n    source: { paper: JK-ZZ-01 }\n`
const last = '    source: { forge: gitea, change: 41, review: 88 }\n'

/** An exit by order stands before the exit on request, and by another article. */
const orderedExit =
  '    exit-ordered: { name: 责令退出, from: [change-submitted], to: exit-approved, article: NW-4.5, approval: exit }\n'

export const removalCases: readonly ChangeCase[] = [
  {
    code,
    title: 'a manifest is removed before its exit is over',
    head: [[dangan, '', undefined]],
    finds: [
      {
        file: dangan,
        mark: '  id: |jiankang-dangan',
        article: 'NW-2.6',
        names: ['ningwu/weijianju/jiankang-dangan'],
      },
    ],
  },
  {
    code,
    title: 'a manifest is removed in a live system, with the article of its exit',
    head: [[shebao, '', undefined]],
    finds: [{ file: shebao, mark: '  id: |shebao-jingban', article: 'XS-23' }],
  },
  {
    code,
    title: 'a manifest is removed with nothing in the cloud, but one event short of the end',
    base: [[dangan, last, last + handedOver + recovered]],
    head: [[dangan, '', undefined]],
    finds: [{ file: dangan, mark: '  id: |jiankang-dangan', article: 'NW-2.6' }],
  },
  {
    code,
    title: 'a manifest is removed a day before its termination',
    base: [[dangan, last, last + handedOver + recovered + terminated('2026-11-24')]],
    head: [[dangan, '', undefined]],
    finds: [{ file: dangan, mark: '  id: |jiankang-dangan', article: 'NW-2.6' }],
  },
  {
    code,
    title: 'a manifest is removed after a refusal, from which it may be submitted again',
    head: [[wenwu, '', undefined]],
    finds: [{ file: wenwu, mark: '  id: |wenwu-jiance', article: 'JQ-10.2' }],
  },
  {
    code,
    title: 'a manifest gets another identity',
    head: [[dangan, '  id: jiankang-dangan', '  id: jiankang-dangan-2']],
    finds: [{ file: dangan, mark: '  id: |jiankang-dangan', article: 'NW-2.6' }],
  },
  {
    code,
    title: 'a manifest is removed in the same change that terminates it elsewhere',
    head: [
      [dangan, '', undefined],
      [
        'tenants/ningwu/weijianju/dangan-2.yaml',
        '',
        `${exampleText(dangan).replace('id: jiankang-dangan', 'id: dangan-2')}${handedOver}${recovered}${terminated('2026-11-22')}`,
      ],
    ],
    finds: [{ file: dangan, mark: '  id: |jiankang-dangan', article: 'NW-2.6' }],
  },
  {
    code,
    title: 'the end of a regulation that keeps resources there is none',
    base: [
      [
        profile,
        'terminated: { name: 已终止, resources: none }',
        'terminated: { name: 已终止, resources: formal }',
      ],
    ],
    head: [[yimiao, '', undefined]],
    finds: [{ file: yimiao, mark: '  id: |yimiao-yuyue', article: 'NW-2.6' }],
  },
  {
    code,
    title: 'of several exits the one that leaves the present state is cited',
    base: [
      [profile, '    exit-submitted:\n', `${orderedExit}    exit-submitted:\n`],
      [dangan, exitApproved + last, ''],
    ],
    head: [[dangan, '', undefined]],
    finds: [{ file: dangan, mark: '  id: |jiankang-dangan', article: 'NW-2.6' }],
  },
  {
    code,
    title: 'of several exits of which none leaves the present state the first is cited',
    base: [[profile, '    exit-submitted:\n', `${orderedExit}    exit-submitted:\n`]],
    head: [[dangan, '', undefined]],
    finds: [{ file: dangan, mark: '  id: |jiankang-dangan', article: 'NW-4.5' }],
  },
  {
    code,
    title: 'a regulation without an approved exit is cited for its lifecycle',
    base: [[profile, '      approval: exit\n', '']],
    head: [[dangan, '', undefined]],
    finds: [{ file: dangan, mark: '  id: |jiankang-dangan', article: 'NW-2.2' }],
  },
  {
    code,
    title: 'a manifest is removed on the day of its termination',
    base: [[dangan, last, last + handedOver + recovered + terminated('2026-11-23')]],
    head: [[dangan, '', undefined]],
    finds: [],
  },
  {
    code,
    title: 'a manifest is removed long after its termination',
    head: [[yimiao, '', undefined]],
    finds: [],
  },
  {
    code,
    title: 'a manifest is removed from an end that events leave where they found it',
    base: [
      [
        profile,
        '    exit-submitted:\n',
        '    noted: { name: 备注, from: [terminated], article: NW-2.6 }\n    audited: { name: 审计, from: [terminated], to: terminated, article: NW-2.6 }\n    exit-submitted:\n',
      ],
    ],
    head: [[yimiao, '', undefined]],
    finds: [],
  },
  {
    code,
    title: 'a file is moved with its identity',
    head: [
      [dangan, '', undefined],
      ['tenants/ningwu/weijianju/moved.yaml', '', exampleText(dangan)],
    ],
    finds: [],
  },
  {
    code,
    title: 'a system is added',
    base: [[dangan, '', undefined]],
    head: [[dangan, '', exampleText(dangan)]],
    finds: [],
  },
]
