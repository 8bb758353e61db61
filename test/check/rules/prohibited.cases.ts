import { at, type Change, casesOf, type RuleCase } from '../rule-table.ts'
import { evidenceFrom } from './file-edits.ts'
import { jiuye, shebao, xinchou, xishuangbanna } from './files.ts'

/** What Xishuangbanna would not allow. */
export const prohibiting = (parts: string, article = ', article: XS-22.4'): Change => [
  xishuangbanna,
  '\ndeadlines:\n',
  `\nprohibitions:\n  - { id: frozen, name: 封网期间不得变更${article}, ${parts} }\n\ndeadlines:\n`,
]

/** The same by a decision. */
const decided = (since: string, parts: string): Change => [
  xishuangbanna,
  '\ndecisions:\n',
  `
decisions:
  - id: freezing
    name: 封网
    leftOpen: 办法没有规定封网。
    decided: { by: authority, on: ${since}, paper: 示例 }
    prohibitions:
      - { id: frozen, name: 封网期间不得变更, ${parts} }
`,
]

const change = 'on: [change-submitted]'
const dates = (from: string, to: string) => `{ dates: { from: ${from}, to: ${to} } }`
const asked = at(xinchou, '- event: |change-submitted')
const waiting = at(jiuye, '- event: |submitted')

export const prohibitedCases: readonly RuleCase[] = casesOf('TY4212', [
  [
    'a change is asked for on the first day of a freeze',
    [prohibiting(`${change}, during: [${dates('2026-03-09', '2026-03-20')}]`)],
    [asked],
    { article: 'XS-22.4', severity: 'error' },
  ],
  [
    'a change is asked for on the last day of a freeze',
    [prohibiting(`${change}, during: [${dates('2026-03-01', '2026-03-09')}], severity: warning`)],
    [asked],
    { severity: 'warning' },
  ],
  [
    'a freeze ended the day before',
    [prohibiting(`${change}, during: [${dates('2026-03-01', '2026-03-08')}]`)],
    [],
  ],
  [
    'a freeze begins the day after',
    [prohibiting(`${change}, during: [${dates('2026-03-10', '2026-03-20')}]`)],
    [],
  ],
  [
    'a freeze leaves out what bears a mark',
    [
      prohibiting(
        `${change}, during: [${dates('2026-03-01', '2026-03-20')}], unless: { flags: [high-utilisation] }`,
      ),
    ],
    [],
  ],
  [
    'a freeze leaves out what bears another mark',
    [
      prohibiting(
        `${change}, during: [${dates('2026-03-01', '2026-03-20')}], unless: { flags: [self-procurement] }`,
      ),
    ],
    [asked],
  ],
  [
    'a freeze is of other events',
    [prohibiting(`on: [exit-submitted], during: [${dates('2026-03-01', '2026-03-20')}]`)],
    [],
  ],
  [
    'a change is asked for outside of the days of intake, and inside of them',
    [
      prohibiting(
        `${change}, outside: [{ monthly: { from: 1, to: 8 } }, ${dates('2026-01-01', '2026-02-28')}]`,
      ),
    ],
    [asked],
  ],
  [
    'the last day of intake is one',
    [prohibiting(`${change}, outside: [{ monthly: { from: 1, to: 9 } }]`)],
    [],
  ],
  ['what came before forbids it', [prohibiting(`${change}, when: { after: [old-system-retired] }`)], [asked]],
  ['what comes after does not', [prohibiting(`${change}, when: { after: [exit-submitted] }`)], []],
  [
    'what was settled is not judged by what a system is today',
    [prohibiting('on: [tested, opened], when: { mlpsAtLeast: 1 }')],
    [],
  ],
  [
    'what came last is judged by what a system is, for nothing has followed on it',
    [prohibiting('on: [live], when: { mlpsAtLeast: 3 }')],
    [at(shebao, '- event: |live')],
  ],
  [
    'what waits for an answer is judged by what a system is',
    [prohibiting('on: [submitted], when: { mlpsAtLeast: 2 }')],
    [waiting],
  ],
  ['what waits is of a lower level', [prohibiting('on: [submitted], when: { mlpsAtLeast: 3 }')], []],
  [
    'the approval that a waiting request asks for is forbidden, and would be recorded',
    [evidenceFrom('2026-11-19'), prohibiting('on: [approved], when: { mlpsAtLeast: 2 }')],
    [waiting],
  ],
  [
    'the approval is typed where evidence decides from the next day on',
    [evidenceFrom('2026-11-20'), prohibiting('on: [approved], when: { mlpsAtLeast: 2 }')],
    [],
  ],
  ['it was decided on the day', [decided('2026-03-09', `${change}, when: { after: [live] }`)], [asked]],
  ['it was decided on the day after', [decided('2026-03-10', `${change}, when: { after: [live] }`)], []],
])
