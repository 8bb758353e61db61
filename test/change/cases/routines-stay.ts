import type { ChangeCase, ChangeFind } from '../change-table.ts'

const records = 'catalogue/routines/zhejiang.yaml'
const bulletin =
  '  - { routine: security-bulletin, period: 2026-10, on: 2026-10-15, papers: [{ type: 安全公告, number: 浙云安〔2026〕10号（示例） }] }\n'

const edited = (
  title: string,
  before: string,
  after: string,
  ...finds: readonly ChangeFind[]
): ChangeCase => ({
  code: 'TY4033',
  title,
  head: [[records, before, after]],
  finds,
})
const at = (mark: string): ChangeFind => ({ file: records, mark, was: 'somewhere in the file' })

export const routinesStayCases: readonly ChangeCase[] = [
  edited('what was done is recorded', 'done:\n', `done:\n${bulletin.replaceAll('2026-10', '2026-11')}`),
  edited('a record is gone', bulletin, '', at('\n|done:')),
  edited(
    'a record is of another day',
    'period: 2026-10, on: 2026-10-15',
    'period: 2026-10, on: 2026-10-31',
    at('period: 2026-10, on: |2026-10-31'),
  ),
  edited(
    'a record rests on another paper',
    '〔2026〕10号',
    '〔2026〕11号',
    at('period: 2026-10, on: 2026-10-15, papers: |['),
  ),
  edited('the records begin later', 'from: 2026-01-01', 'from: 2026-11-01', at('from: |2026-11-01')),
  {
    code: 'TY4033',
    title: 'records stand in another order',
    head: [
      [records, bulletin, ''],
      [records, 'done:\n', `done:\n${bulletin}`],
    ],
    finds: [],
  },
]
