import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { addKeywords, keyOf, wordOf } from '../../lib/validate/keywords.ts'
import { definition } from './definitions.ts'

const schemas = join(import.meta.dirname, '../../lib/schema')
const read = (file: string): object => JSON.parse(readFileSync(join(schemas, file), 'utf8'))

const ajv = new Ajv2020({ strict: true, strictTypes: false })
addKeywords(ajv)
// Whether a role exists is the whole profile's question.
for (const keyword of [keyOf, wordOf]) ajv.removeKeyword(keyword).addKeyword(keyword)
addFormats.default(ajv)
ajv
  .addSchema(read('common.schema.json'))
  .addSchema(read('condition.schema.json'))
  .addSchema(read('system.schema.json'))
const validate = ajv.compile(read('deadline.schema.json'))

const full = definition({
  basis: '公通字〔2007〕43号第十四条',
  occurrence: 'first',
  extendedBy: ['trial-extended'],
  pausedBy: ['experts-asked'],
  resumedBy: ['experts-answered'],
  voidedBy: ['terminated'],
  when: { pool: 'shared', not: { flags: ['emergency'] } },
  dueSoon: { percent: 20 },
})

test.each([
  { working: 2 },
  { calendar: 7, onHoliday: 'extend' },
  { months: 1, onHoliday: 'keep' },
  { agreed: true },
  { caseDate: 'construction-end' },
] as const)('takes a definition that the evaluator understands, with days %j', days => {
  expect(validate({ ...full, days })).toBe(true)
  expect(validate(definition({ days }))).toBe(true)
})

test.each([
  ['days without a rule for holidays', { days: { calendar: 7 } }],
  ['months without a rule for holidays', { days: { months: 1 } }],
  ['a holiday rule on working days, which need none', { days: { working: 2, onHoliday: 'extend' } }],
  ['two kinds of days', { days: { working: 2, calendar: 2 } }],
  ['no day at all', { days: { working: 0 } }],
  ['a pause that nothing ends', { resumedBy: undefined }],
  ['no start event', { from: [] }],
  ['a direction of its own', { direction: 'about' }],
  ['a key that does not exist', { until_: ['opened'] }],
])('refuses %s', (_, members) => {
  const invalid = JSON.parse(JSON.stringify({ ...full, ...members }))
  expect(validate(invalid)).toBe(false)
})
