import { at, type Change, casesOf, type RuleCase } from '../rule-table.ts'
import { evidenceFrom, withoutLine } from './file-edits.ts'
import { jiuye } from './files.ts'

// What is asked for in an emergency is opened by the record of its consent, and a record adds nothing of its own.
const asked = '    by: 玉罕\n'
const inEmergency = (more = ''): Change => [jiuye, asked, `${asked}    conditions: [emergency]\n${more}`]
const recorded = evidenceFrom('2026-11-19')
const place = at(jiuye, '- event: |submitted')
const reason = '    reason: 汛期就业登记\n'
const until = '    until: 2026-12-31\n'

const statements = casesOf('TY4204', [
  [
    'an emergency is asked for without reason and day, and its consent is recorded',
    [recorded, inEmergency()],
    [place, place],
    { article: 'XS-26' },
  ],
  ['it gives a reason and no day', [recorded, inEmergency(reason)], [place], { article: 'XS-26' }],
  ['it gives a day and no reason', [recorded, inEmergency(until)], [place], { article: 'XS-26' }],
  ['it gives both', [recorded, inEmergency(reason + until)], []],
  ['what is no emergency needs neither', [recorded], []],
  [
    'the consent is typed where evidence decides from the next day on',
    [evidenceFrom('2026-11-20'), inEmergency()],
    [],
  ],
])

const papers = casesOf('TY4201', [
  [
    'an emergency is asked for without anybody’s consent',
    [recorded, inEmergency(reason + until), withoutLine(jiuye, 'JY-NS-01')],
    [at(jiuye, '|papers')],
    { article: 'XS-26' },
  ],
  [
    'a paper that may follow an emergency is not there yet',
    [recorded, inEmergency(reason + until), withoutLine(jiuye, 'JY-FA-2026')],
    [],
  ],
  [
    'what may not follow is told of the request, and not of its consent once more',
    [
      recorded,
      inEmergency(reason + until),
      [jiuye, 'domestic: { adapted: true }', 'domestic: { adapted: false }'],
    ],
    [at(jiuye, '|papers')],
    { article: 'XS-19.4' },
  ],
])

export const comingDecisionCases: readonly RuleCase[] = [...statements, ...papers]
