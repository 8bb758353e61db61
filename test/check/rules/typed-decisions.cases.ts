import { at, type Change, casesOf } from '../rule-table.ts'
import { platform } from './files.ts'

/** Its exit was asked for on 2026-11-16 and approved on 2026-11-20, the last decision of the example. */
const jiankang = 'tenants/ningwu/weijianju/jiankang-dangan.yaml'
const source = '{ forge: gitea, change: 41, review: 88 }'
const found = at(jiankang, `source: |${source.slice(0, -2)}`)

const evidenceFrom = (day: string): Change => [
  platform,
  'exposure: { from: 2026-11-01 }',
  `exposure: { from: 2026-11-01 }\nevidence: { from: ${day} }`,
]

export const typedDecisionCases = casesOf('TY3513', [
  ['a decision is typed on the day from which evidence decides', [evidenceFrom('2026-11-20')], [found]],
  ['what was typed before that day stays', [evidenceFrom('2026-11-21')], []],
  ['requests stay what people write', [evidenceFrom('2026-11-20'), [jiankang, source, '{ paper: X }']], []],
  [
    'a review stays typed beside a paper',
    [evidenceFrom('2026-11-20'), [jiankang, source, source.replace(' }', ', paper: X }')]],
    [found],
  ],
  [
    'a commit is no paper',
    [evidenceFrom('2026-11-20'), [jiankang, source, `{ commit: ${'a'.repeat(40)} }`]],
    [at(jiankang, 'source: |{ commit')],
  ],
  [
    'a decision without any source is typed',
    [evidenceFrom('2026-11-20'), [jiankang, `    source: ${source}\n`, '']],
    [at(jiankang, '- event: |exit-approved')],
  ],
])
