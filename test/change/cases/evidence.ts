import { exampleText } from '../../example-repository.ts'
import type { ChangeCase } from '../change-table.ts'

const platform = 'catalogue/platform.yaml'
const from = 'exposure: { from: 2026-11-01 }'
const evidence = (day: string) => `${from}\nevidence: { from: ${day} }`
const since = (day: string) => [platform, from, evidence(day)] as const

const chengguan = 'tenants/jiuquan/guazhou/zhihui-chengguan.yaml'
const text = exampleText(chengguan)
const approved = text.slice(text.indexOf('  - event: approved\n    on: 2026-11-18'))
const typed = 'source: { forge: gitea, change: 14, review: 35 }'
const withoutApproval = [chengguan, approved, ''] as const

export const evidenceCases: readonly ChangeCase[] = [
  {
    code: 'TY4030',
    title: 'the day from which evidence decides is put off',
    base: [since('2026-11-20')],
    head: [[platform, evidence('2026-11-20'), evidence('2026-11-21')]],
    finds: [{ file: platform, mark: 'evidence: { from: |2026-11-21', names: ['2026-11-20', '2026-11-21'] }],
  },
  {
    code: 'TY4030',
    title: 'the day from which evidence decides is taken away',
    base: [since('2026-11-20')],
    head: [[platform, evidence('2026-11-20'), from]],
    finds: [{ file: platform, mark: '|metadata: {', names: ['2026-11-20'] }],
  },
  {
    code: 'TY4030',
    title: 'a day that is still to come is put off',
    base: [since('2026-11-24')],
    head: [[platform, evidence('2026-11-24'), evidence('2026-12-24')]],
    finds: [],
  },
  {
    code: 'TY4031',
    title: 'an approval is set back to a day before that on which evidence began',
    base: [since('2026-11-19'), withoutApproval],
    head: [
      [chengguan, '', undefined],
      [chengguan, '', text],
    ],
    finds: [{ file: chengguan, mark: '- event: approved\n    on: |2026-11-18', names: ['2026-11-19'] }],
  },
  {
    code: 'TY4031',
    title: 'an approval is entered that was given on paper',
    base: [since('2026-11-19'), withoutApproval],
    head: [
      [chengguan, '', undefined],
      [chengguan, '', text.replace(typed, 'source: { paper: X }')],
    ],
    finds: [],
  },
  {
    code: 'TY4031',
    title: 'an approval is typed before the day on which evidence begins',
    base: [since('2026-11-24'), withoutApproval],
    head: [
      [chengguan, '', undefined],
      [chengguan, '', text],
    ],
    finds: [],
  },
  {
    code: 'TY4031',
    title: 'an approval that the target branch has is left as it was',
    base: [since('2026-11-19')],
    head: [[chengguan, 'kind: System\n', 'kind: System # 系统\n']],
    finds: [],
  },
]
