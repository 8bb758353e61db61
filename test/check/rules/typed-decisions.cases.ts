import { at, casesOf, type RuleCase } from '../rule-table.ts'
import { evidenceFrom, unreadable } from './file-edits.ts'
import { jiuye, ningwu, xishuangbanna } from './files.ts'
import { appended } from './history-edits.ts'

/** Its exit was asked for on 2026-11-16 and approved on 2026-11-20, the last decision of the example. */
const jiankang = 'tenants/ningwu/weijianju/jiankang-dangan.yaml'
const source = '{ forge: gitea, change: 41, review: 88 }'
const found = at(jiankang, `source: |${source.slice(0, -2)}`)

const typed = casesOf('TY3513', [
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
  [
    'where evidence does not decide yet, decisions are typed',
    [[jiankang, source, source.replace('88', '89')]],
    [],
  ],
  [
    'without its regulation nobody knows what is a decision',
    [evidenceFrom('2026-11-20'), unreadable(ningwu)],
    [],
    { breaks: true },
  ],
])

/** Asked for on 2026-11-19, and waiting since. */
const waits = at(jiuye, '- event: |submitted')
const acceptedOnPaper = appended(jiuye, 'event: accepted, on: 2026-11-20, source: { paper: X }')
const withdrawn = appended(jiuye, 'event: withdrawn, on: 2026-11-20, source: { paper: X }')

const unrecorded = casesOf('TY3514', [
  ['a request of the day on which evidence begins has no record', [evidenceFrom('2026-11-19')], [waits]],
  ['a request of the day before goes by what is typed', [evidenceFrom('2026-11-20')], []],
  ['a request is on its way on paper', [evidenceFrom('2026-11-19'), acceptedOnPaper], []],
  [
    'without its regulation nobody knows what is a request',
    [evidenceFrom('2026-11-19'), unreadable(xishuangbanna)],
    [],
    { breaks: true },
  ],
  ['a request was taken back', [evidenceFrom('2026-11-19'), withdrawn], []],
])

export const typedDecisionCases: readonly RuleCase[] = [...typed, ...unrecorded]
