import { at, type Change, casesOf, type RuleCase } from '../rule-table.ts'
import { unreadable } from './file-edits.ts'
import {
  huji,
  jiuye,
  lvyou,
  pucha,
  rensheUnit,
  shebao,
  shuiqing,
  xinchou,
  xishuangbanna,
  xueji,
  zhejiang,
} from './files.ts'
import { appended } from './history-edits.ts'
import { marked, papersOfJiuye } from './missing-papers.cases.ts'

const performance = (number: string, rest: string): string =>
  `      - { type: 软件性能测试报告, number: ${number}, on: 2024-04-10, by: 省软件测评中心（示例）${rest} }`
/** Writes the performance test of the flood warning system, of 2024-04-15, in other words. */
const tested = (...papers: readonly string[]): Change => [
  shuiqing,
  performance('RJCP-2024-0062', ', accreditation: CNAS L0000'),
  papers.join('\n'),
]
const good = ', accreditation: CNAS L0000'
const testPapers = at(shuiqing, 'source: { paper: RJCP-2024-0062 }\n    |papers:')
const validApplication: Change = [
  xishuangbanna,
  '资源需求测算依据, 立项批复]\n    deferrable: true',
  '资源需求测算依据, 立项批复]\n    validity: true\n    deferrable: true',
]
const validUntil = (number: string, until: string): Change => [
  jiuye,
  `number: ${number},`,
  `number: ${number}, until: ${until},`,
]

const invalid = casesOf('TY4202', [
  ['a laboratory has no accreditation', [tested(performance('T-1', ''))], [testPapers], { article: 'ZJ-9b' }],
  [
    'a laboratory has another accreditation',
    [tested(performance('T-1', ', accreditation: CMA CNAS'))],
    [testPapers],
  ],
  [
    'the number of an accreditation does not matter',
    [tested(performance('T-1', ', accreditation: CNAS'))],
    [],
  ],
  [
    'a report ran out on the day before its event',
    [tested(performance('T-1', `${good}, until: 2024-04-14`))],
    [testPapers],
    { article: 'ZJ-9b' },
  ],
  [
    'a report is good to the day of its event',
    [tested(performance('T-1', `${good}, until: 2024-04-15`))],
    [],
  ],
  [
    'a report is good until the day after its event',
    [tested(performance('T-1', `${good}, until: 2024-04-16`))],
    [],
  ],
  [
    'a report that is good stands beside one that ran out',
    [tested(performance('T-1', `${good}, until: 2024-04-14`), performance('T-2', good))],
    [],
  ],
  [
    'of two reports none is good, each for a reason of its own',
    [tested(performance('T-1', `${good}, until: 2024-04-14`), performance('T-2', ''))],
    [testPapers, testPapers],
  ],
  [
    'a good report of another kind stands for nothing',
    [tested(performance('T-1', '')), [shuiqing, 'number: AQCP-2024-0059', 'number: AQCP-2024-0060']],
    [testPapers],
  ],
  [
    'a kind of paper that nobody accredits needs no number',
    [[shuiqing, 'number: GN-01,', 'number: GN-01, by: 自测,']],
    [],
  ],
  [
    'a paper that may run out is good however old',
    [[xueji, 'DBCP-2023-0117,', 'DBCP-2023-0117, until: 2023-04-01,']],
    [],
  ],
  [
    'where the regulation asks only that it be valid, a paper is not accredited',
    [[zhejiang, '    accredited: CNAS\n', ''], tested(performance('T-1', ''))],
    [],
  ],
  [
    'where the regulation asks only that it be accredited, a paper may have run out',
    [[zhejiang, '    validity: true\n', ''], tested(performance('T-1', `${good}, until: 2024-04-14`))],
    [],
  ],
  [
    'an approval ran out before the request',
    [validApplication, validUntil('西发改社〔2026〕31号', '2026-11-18')],
    [papersOfJiuye],
    { article: 'XS-19.1' },
  ],
  [
    'an approval is good to the day of the request',
    [validApplication, validUntil('西发改社〔2026〕31号', '2026-11-19')],
    [],
  ],
  [
    'in an emergency a better approval may follow',
    [validApplication, validUntil('西发改社〔2026〕31号', '2026-11-18'), marked('emergency')],
    [],
  ],
  [
    'of papers of which any would do the one that is there has run out',
    [
      [xishuangbanna, '上级单位书面要求]', '上级单位书面要求]\n    validity: true'],
      [huji, '云公科函〔2026〕0号（示例）,', '云公科函〔2026〕0号（示例）, until: 2026-09-27,'],
    ],
    [at(huji, 'conditions: [major]\n    |papers:')],
    { article: 'XS-15.3' },
  ],
  ['a system on trial has had no test yet', [[pucha, 'mlps: { level: 2', 'mlps: { level: 3']], []],
])

const scan = (on: string): Change => [shebao, 'LS-2025-0081, on: 2025-08-12', `LS-2025-0081, ${on}`]
const younger = casesOf('TY4207', [
  ['a paper is a day younger than its event', [scan('on: 2025-08-21')], [at(shebao, 'on: |2025-08-21')]],
  ['a paper is of the day of its event', [scan('on: 2025-08-20')], []],
  ['a paper bears no date', [scan('by: 示例')], []],
  ['a paper may be good long after its event', [scan('on: 2025-08-12, until: 2027-08-12')], []],
  [
    'each paper is held against its own event',
    [
      [xinchou, 'number: XC-NS-02, on: 2026-03-05', 'number: XC-NS-02, on: 2026-03-12'],
      [xinchou, 'number: XC-YH-01, on: 2026-03-04', 'number: XC-YH-01, on: 2026-03-10'],
    ],
    [at(xinchou, 'number: XC-NS-02, on: |2026-03-12'), at(xinchou, 'number: XC-YH-01, on: |2026-03-10')],
  ],
  [
    'a paper that belongs to no event is younger than all of them',
    [[shebao, '\nhistory:\n', '\npapers: [{ type: 保密协议, on: 2026-11-01 }]\nhistory:\n']],
    [],
  ],
  [
    'a paper of the unit is younger than the request',
    [[rensheUnit, '西人社保〔2025〕2号, on: 2025-07-01', '西人社保〔2026〕2号, on: 2026-07-01']],
    [],
  ],
])

const source = (written: string): Change => [
  shebao,
  '    source: { paper: XSJF-2025-001 }\n',
  written === '' ? '' : `    source: { ${written} }\n`,
]
const commit = `commit: ${'abcdef0123'.repeat(4)}`
const delivered = at(shebao, 'on: 2025-07-15\n    source: |{')
const changeSources =
  '      article: XS-22.1\n      actor: applying-unit\n      sources: [forge, paper, commit]\n'
const untraced = casesOf('TY4208', [
  ['a delivery rests on a change in the forge', [source('forge: gitea, change: 2')], [delivered]],
  ['a delivery rests on nothing', [source('')], [at(shebao, '- event: |delivered')]],
  ['a delivery rests on a signed commit', [source(commit)], []],
  [
    'a delivery rests on a paper and a change in the forge',
    [source('forge: gitea, change: 2, paper: XSJF-2025-001')],
    [],
  ],
  [
    'an opening rests on nothing',
    [[shebao, '    source: { forge: gitea, change: 2 }\n', '']],
    [at(shebao, '- event: |opened')],
  ],
  [
    'a request that a pull request brings in rests on nothing else',
    [[jiuye, '    source: { forge: gitea, change: 27 }\n', '']],
    [],
  ],
  [
    'a request that no pull request may bring in rests on nothing',
    [
      [xishuangbanna, changeSources, changeSources.replace('forge, paper', 'paper')],
      appended(shebao, 'event: change-submitted, on: 2026-11-20'),
    ],
    [
      at(shebao, 'event: |change-submitted'),
      at(xinchou, '- event: change-submitted\n    on: 2026-03-09\n    source: |{'),
    ],
  ],
  [
    'a request that a pull request may bring in rests on what it may not',
    [
      [xishuangbanna, changeSources, changeSources.replace('forge, paper', 'forge')],
      appended(shebao, 'event: change-submitted, on: 2026-11-20, source: { paper: X-1 }'),
    ],
    [at(shebao, 'source: |{ paper: X-1')],
  ],
  [
    'a request of a regulation that names no sources rests on nothing',
    [
      [xishuangbanna, changeSources, changeSources.replace('      sources: [forge, paper, commit]\n', '')],
      appended(shebao, 'event: change-submitted, on: 2026-11-20'),
    ],
    [],
  ],
  [
    'an opening may rest on any of the three',
    [[shebao, 'source: { forge: gitea, change: 2 }', `source: { ${commit} }`]],
    [],
  ],
  [
    'a request to release a backup rests on a paper',
    [appended(lvyou, 'event: backup-release-submitted, on: 2026-10-12, source: { paper: LY-TQ-01 }')],
    [at(lvyou, 'on: 2026-10-12, source: |{ paper')],
  ],
  [
    'the release of a backup may rest on one',
    [appended(lvyou, 'event: backup-released, on: 2026-10-12, source: { paper: LY-TQ-01 }')],
    [],
  ],
  [
    'where a regulation names no sources, an event needs none',
    [source(''), [xishuangbanna, '      sources: [paper, commit]\n', '']],
    [],
  ],
  [
    'without its regulation nobody knows what an event rests on',
    [source(''), unreadable(xishuangbanna)],
    [],
    { breaks: true },
  ],
])

const attached = (before: string, file: string): Change => [
  file,
  before,
  `${before}, file: tenants/papers/a.pdf`,
]
const files = casesOf('TY4209', [
  [
    'the file of a paper of an event is not there',
    [attached('LS-2025-0081, on: 2025-08-12', shebao)],
    [at(shebao, 'file: |tenants/papers/a.pdf')],
  ],
  [
    'the file of a paper of a system is not there',
    [[shebao, '\nhistory:\n', '\npapers: [{ type: 保密协议, file: tenants/papers/a.pdf }]\nhistory:\n']],
    [at(shebao, 'file: |tenants/papers/a.pdf')],
  ],
  [
    'the file of a paper of a unit is not there',
    [attached('西人社保〔2025〕2号, on: 2025-07-01', rensheUnit)],
    [at(rensheUnit, 'file: |tenants/papers/a.pdf')],
  ],
  [
    'the file of a paper is not there, of a system that has ended',
    [attached('XC-YH-01, on: 2026-03-04', xinchou)],
    [at(xinchou, 'file: |tenants/papers/a.pdf')],
  ],
  [
    'a paper without a file has none to lose',
    [[shebao, 'LS-2025-0081, on: 2025-08-12', `LS-2025-0081, sha256: ${'a'.repeat(64)}`]],
    [],
  ],
])

export const filedPaperCases: readonly RuleCase[] = [...invalid, ...younger, ...untraced, ...files]
