import type { ChangeCase } from '../change-table.ts'

const code = 'TY4006'
const unit = 'tenants/xishuangbanna/gonganju/unit.yaml'
const system = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'

const promise = '  - { type: 上云安全承诺书, number: 西公承〔2026〕2号, on: 2026-09-02 }\n'
const secrecy = '  - { type: 保密协议, number: 西公保〔2026〕2号, on: 2026-09-02 }\n'
const ofSystem =
  '\npapers:\n  - { type: 保密协议, on: 2026-09-02 }\n  - { type: 上云安全承诺书, number: A-1, on: 2026-09-03 }\n'

export const paperCases: readonly ChangeCase[] = [
  {
    code,
    title: 'the number of a paper of a unit is altered',
    head: [[unit, 'number: 西公承〔2026〕2号', 'number: 西公承〔2026〕3号']],
    finds: [
      {
        file: unit,
        mark: '|papers:',
        was: { file: unit, mark: '- |{ type: 上云安全承诺书' },
        names: ['《上云安全承诺书》', '西公承〔2026〕2号'],
      },
    ],
  },
  {
    code,
    title: 'the day of a paper is altered by one, together with its place',
    head: [[unit, promise + secrecy, secrecy.replace('09-02', '09-03') + promise]],
    finds: [
      { file: unit, mark: '|papers:', was: { file: unit, mark: '- |{ type: 保密协议' }, names: ['保密协议'] },
    ],
  },
  {
    code,
    title: 'a paper of a unit is removed',
    head: [[unit, secrecy, '']],
    finds: [{ file: unit, mark: '|papers:', was: { file: unit, mark: '- |{ type: 保密协议' } }],
  },
  {
    code,
    title: 'all papers of a unit are removed, and each is found',
    head: [[unit, `papers:\n${promise}${secrecy}`, '']],
    finds: [
      { file: unit, mark: '|apiVersion', was: { file: unit, mark: '- |{ type: 上云安全承诺书' } },
      { file: unit, mark: '|apiVersion', was: { file: unit, mark: '- |{ type: 保密协议' } },
    ],
  },
  {
    code,
    title: 'a paper of a system without a number is removed',
    base: [[system, '\nhistory:\n', `${ofSystem}\nhistory:\n`]],
    head: [[system, '  - { type: 保密协议, on: 2026-09-02 }\n', '']],
    finds: [
      {
        file: system,
        mark: '\n|papers:',
        was: { file: system, mark: '- |{ type: 保密协议' },
        names: ['保密协议'],
      },
    ],
  },
  {
    code,
    title: 'a renewed paper is added beside the old one',
    head: [[unit, secrecy, secrecy + secrecy.replace('2026〕2号', '2026〕9号')]],
    finds: [],
  },
  {
    code,
    title: 'papers are written in another order',
    head: [
      [
        unit,
        promise + secrecy,
        `${secrecy}  - { on: 2026-09-02, number: 西公承〔2026〕2号, type: 上云安全承诺书 }\n`,
      ],
    ],
    finds: [],
  },
  {
    code,
    title: 'the first papers of a system are filed',
    head: [[system, '\nhistory:\n', `${ofSystem}\nhistory:\n`]],
    finds: [],
  },
  {
    code,
    title: 'something else of the unit changes',
    head: [[unit, 'name: 段勇', 'name: 段永']],
    finds: [],
  },
]
