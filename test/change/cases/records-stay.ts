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

const measuredFile = 'catalogue/utilisation/zhejiang/2026-10/internet.yaml'
const measuredRow = '  - { system: shuiliting/shuiqing-jiance, zone: internet, cpu: 9 }\n'
const measuredText = `apiVersion: tenantry/v1\nkind: Utilisation\njurisdiction: zhejiang\nmonth: 2026-10\nsource: 监测平台\nmeasured:\n${measuredRow}`

/** A month that monitoring has brought, and what a change makes of it. */
const measured = (
  title: string,
  before: string,
  after: string | undefined,
  ...finds: readonly ChangeFind[]
): ChangeCase => ({
  code: 'TY4033',
  title,
  base: [[measuredFile, '', measuredText]],
  head: [[measuredFile, before, after]],
  finds,
})
const inMeasured = (mark: string): ChangeFind => ({ file: measuredFile, mark, was: 'somewhere in the file' })

export const recordsStayCases: readonly ChangeCase[] = [
  measured('another value was measured', 'cpu: 9', 'cpu: 90', inMeasured('cpu: |90')),
  measured(
    'a further system is measured',
    'measured:\n',
    `measured:\n${measuredRow.replace('internet', 'extranet')}`,
  ),
  measured('the source is called otherwise', '监测平台', '云监测平台'),
  measured('a month that was measured is gone', measuredText, undefined, inMeasured('\n|measured:')),
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
