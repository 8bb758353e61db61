import { exampleText } from '../../example-repository.ts'
import type { ChangeCase } from '../change-table.ts'

const code = 'TY4001'
const file = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'
const accepted =
  '  - event: accepted\n    on: 2025-07-04\n    source: { forge: gitea, change: 1, review: 1 }\n'
const delivered = exampleText(file).slice(
  exampleText(file).indexOf('  - event: delivered'),
  exampleText(file).indexOf('  - event: tested'),
)
const tested = exampleText(file).slice(
  exampleText(file).indexOf('  - event: tested'),
  exampleText(file).indexOf('  - event: live'),
)
const live = exampleText(file).slice(exampleText(file).indexOf('  - event: live'))
const lastNote = '    note: 原系统保留至二〇二五年十月八日\n'
const retired = '  - event: old-system-retired\n    on: 2025-10-09\n    source: { paper: SB-TY-01 }\n'

export const historyCases: readonly ChangeCase[] = [
  {
    code,
    title: 'the day of an event is edited by one',
    head: [[file, 'on: 2025-07-10', 'on: 2025-07-09']],
    finds: [
      {
        file,
        mark: '- |event: approved',
        was: { file, mark: '- |event: approved' },
        names: ['2025-07-10', 'history[2]', '3'],
        kind: { zh: '提出审批意见并分配资源', en: '“approved”' },
      },
    ],
  },
  {
    code,
    title: 'the first event is edited',
    head: [[file, 'on: 2025-07-02\n', 'on: 2025-07-03\n']],
    finds: [
      {
        file,
        mark: '- |event: submitted',
        was: { file, mark: '- |event: submitted' },
        names: ['2025-07-02', 'history[0]', '1'],
      },
    ],
  },
  {
    code,
    title: 'the last event is edited',
    head: [[file, lastNote, '    note: 原系统保留至二〇二五年十月九日\n']],
    finds: [
      { file, mark: '- |event: live', was: { file, mark: '- |event: live' }, names: ['history[7]', '8'] },
    ],
  },
  {
    code,
    title: 'a paper deep in an event is edited',
    head: [[file, 'number: LS-2025-0081', 'number: LS-2025-0082']],
    finds: [{ file, mark: '- |event: tested', was: { file, mark: '- |event: tested' } }],
  },
  {
    code,
    title: 'a granted quantity is edited by one',
    head: [
      [
        file,
        '          - { item: ecs.domestic.8c16g, quantity: 4 }',
        '          - { item: ecs.domestic.8c16g, quantity: 5 }',
      ],
    ],
    finds: [{ file, mark: '- |event: approved', was: { file, mark: '- |event: approved' } }],
  },
  {
    code,
    title: 'an event in the middle is removed, and those after it are not found again',
    head: [[file, accepted, '']],
    finds: [
      {
        file,
        mark: '- |event: approved',
        was: { file, mark: '- |event: accepted' },
        names: ['2025-07-04', 'history[1]'],
      },
    ],
  },
  {
    code,
    title: 'an event is slipped in before the last',
    head: [[file, live, `${retired}${live}`]],
    finds: [{ file, mark: '- |event: old-system-retired', was: { file, mark: '- |event: live' } }],
  },
  {
    code,
    title: 'two events change places',
    head: [[file, delivered + tested, tested + delivered]],
    finds: [{ file, mark: '- |event: tested', was: { file, mark: '- |event: delivered' } }],
  },
  {
    code,
    title: 'the last event is removed',
    head: [[file, live, '']],
    finds: [
      {
        file,
        mark: 'history:\n  |- event: submitted',
        was: { file, mark: '- |event: live' },
        names: ['2025-08-25', '8'],
      },
    ],
  },
  {
    code,
    title: 'an event that only the target branch has is taken back',
    base: [[file, live, `${live}${retired}`]],
    head: [[file, `${live}${retired}`, live]],
    finds: [
      {
        file,
        mark: 'history:\n  |- event: submitted',
        was: { file, mark: '- |event: old-system-retired' },
        names: ['2025-10-09', '9'],
        kind: { zh: '原信息系统停用', en: '“old system retired”' },
      },
    ],
  },
  {
    code,
    title: 'an event is appended',
    head: [[file, live, `${live}${retired}`]],
    finds: [],
  },
  {
    code,
    title: 'an event is written in another order of keys and with a comment',
    head: [
      [
        file,
        accepted,
        '  # 受理\n  - on: 2025-07-04\n    event: accepted\n    source: { review: 1, forge: gitea, change: 1 }\n',
      ],
    ],
    finds: [],
  },
  {
    code,
    title: 'a system comes with a history of its own',
    base: [[file, '', undefined]],
    head: [[file, '', exampleText(file)]],
    finds: [],
  },
]
