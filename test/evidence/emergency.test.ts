// An emergency whose consent comes from evidence (XS-26, JQ-24): it is opened first, and its papers are owed until they
// are there.
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { asksOf, type Decision } from '../../lib/approval/index.ts'
import { answersTo, type RecordedAnswer } from '../../lib/evidence/index.ts'
import { systemStatusOf } from '../../lib/profile/system-status.ts'
import { kindOf, type SourceFile } from '../../lib/read/index.ts'
import { understand } from '../../lib/repository/index.ts'
import { type Change, changedFiles } from '../check/rule-table.ts'
import { appended, papersMayFollow } from '../check/rules/history-edits.ts'
import { exampleFiles, exampleText, positionOf } from '../example-repository.ts'

const jiuye = 'tenants/xishuangbanna/jiuye-zhongxin/jiuye-fuwu.yaml'
const lvyou = 'tenants/jiuquan/wenlvju/lvyou-fuwu.yaml'
const evidence: Change = [
  'catalogue/platform.yaml',
  'exposure: { from: 2026-11-01 }',
  'exposure: { from: 2026-11-01 }\nevidence: { from: 2026-10-01 }',
]
const requestDay = 'on: 2026-11-19\n'
const day = '2026-11-23'

const addressOf = (file: string) => file.slice('tenants/'.length, -'.yaml'.length)

/** The example with changes, as it is understood on a day with answers of records. */
function understood(changes: readonly Change[], on = day, answers: readonly RecordedAnswer[] = []) {
  const texts = new Map<string, string | undefined>([...exampleFiles, ...changedFiles(changes)])
  const files = [...texts].flatMap(([file, text]): readonly SourceFile[] => {
    const kind = kindOf(file)
    if (kind === undefined || text === undefined) return []
    const bytes = Buffer.from(text)
    return [{ file, kind, bytes, digest: createHash('sha256').update(bytes).digest('hex') }]
  })
  const { model, findings } = understand(
    { files, findings: [] },
    { asOf: on, today: on },
    { answers: Map.groupBy(answers, ({ system }) => system) },
  )
  if (model === undefined) throw new Error('the catalogue is broken')
  return { model, findings, text: (file: string) => texts.get(file) ?? '' }
}

type Seen = ReturnType<typeof understood>

function aboutPapers({ findings }: Seen, file: string): readonly unknown[] {
  return findings
    .filter(found => found.file === file || found.file.startsWith('evidence/'))
    .filter(({ code, severity }) => code.startsWith('TY42') && (severity === 'error' || code === 'TY4206'))
    .map(({ code, file, range }) => [code, file, range.start.line])
}

/** What a record of a change says once everybody who is asked has approved it on this day. */
function recorded(before: readonly Change[], after: readonly Change[], on = day): readonly RecordedAnswer[] {
  const [base, head] = [understood(before).model, understood(after).model]
  const parts = asksOf(base, head, []).map(asked => ({
    asked,
    verdict: { status: 'approved' as const, steps: [], refusals: [], ignored: [] },
  }))
  const decision: Decision = { status: 'approved', parts, void: [] }
  return answersTo({ base, head, decision, day: on }).map(answer => ({
    ...answer,
    record: { number: 1, file: 'evidence/2026/000001.json' },
  }))
}

const without: Change = [jiuye, '', undefined]
const asked = (marks: string): readonly Change[] => [
  [jiuye, '', exampleText(jiuye).replace(requestDay, () => `${requestDay}${marks}`)],
]
const marks = '    conditions: [emergency]\n    reason: 防汛值守系统\n    until: 2026-12-18\n'
const inEmergency = [evidence, ...asked(marks)]

describe('a request in an emergency under Xishuangbanna', () => {
  it('asks for the consent alone, and for the reason and the day while they can still be added', () => {
    const steps = (changes: readonly Change[]) =>
      asksOf(understood([evidence, without]).model, understood(changes).model, [jiuye]).map(
        ({ kind, steps }) => [kind, steps.map(({ id }) => id)],
      )
    expect(steps(inEmergency)).toEqual([['emergency', ['internal', 'consent']]])
    expect(aboutPapers(understood(inEmergency), jiuye)).toEqual([])

    const bare = understood([evidence, ...asked('    conditions: [emergency]\n')])
    const { line } = positionOf(bare.text(jiuye), '- event: |submitted')
    expect(aboutPapers(bare, jiuye)).toEqual([
      ['TY4204', jiuye, line],
      ['TY4204', jiuye, line],
    ])
    // Without evidence the decision is written by people, who give both with it.
    expect(aboutPapers(understood(asked('    conditions: [emergency]\n')), jiuye)).toEqual([])
  })

  const answers = recorded([evidence, without], inEmergency)

  it('is opened at once by its record, with nothing wrong that nobody could mend', () => {
    const seen = understood(inEmergency, day, answers)
    const system = seen.model.systemByAddress.get(addressOf(jiuye))
    expect(system?.value.history.map(({ event, until }) => [event, until])).toEqual([
      ['submitted', '2026-12-18'],
      ['emergency-approved', '2026-12-18'],
    ])
    expect(aboutPapers(seen, jiuye)).toEqual([])
  })

  it('owes its papers by the day agreed, and is red from the day after until they are there', () => {
    const status = (on: string, ...more: readonly Change[]) => {
      const seen = understood([...inEmergency, ...more], on, answers)
      const system = seen.model.systemByAddress.get(addressOf(jiuye))
      const profile = seen.model.catalogue.jurisdictions.get('xishuangbanna')?.value
      if (system === undefined || profile === undefined) throw new Error('no system')
      const { deadlines } = systemStatusOf(seen.model, profile, system)
      const papers = deadlines.find(({ definition }) => definition.id === 'emergency-papers')
      return [papers?.due, papers?.state, aboutPapers(seen, jiuye)]
    }
    const until = positionOf(understood(inEmergency).text(jiuye), 'until: |2026-12-18').line
    expect(status(day)).toEqual(['2026-12-18', 'running', []])
    expect(status('2026-12-18')).toEqual(['2026-12-18', 'due-soon', []])
    expect(status('2026-12-19')).toEqual(['2026-12-18', 'missed', [['TY4206', jiuye, until]]])
    const last = '      - { type: 资源需求测算依据, number: JY-CS-01, on: 2026-11-19 }\n'
    const completed: Change = [
      jiuye,
      last,
      `${last}  - { event: papers-completed, on: 2026-12-01, source: { paper: JY-BQ-01 } }\n`,
    ]
    expect(status('2026-12-19', completed)).toEqual([undefined, undefined, []])
  })

  it('is still asked for what may follow, once that is said to be there', () => {
    const paper = '      - { type: 系统上云迁云方案, number: JY-FA-2026, on: 2026-11-12 }\n'
    const lacking = inEmergency.map(
      ([file, before, after]): Change => [file, before, after?.replace(paper, '')],
    )
    const found = understood(lacking, day, recorded([evidence, without], lacking))
    expect(aboutPapers(found, jiuye)).toEqual([])
    const last = '      - { type: 资源需求测算依据, number: JY-CS-01, on: 2026-11-19 }\n'
    const completed: Change = [
      jiuye,
      last,
      `${last}  - { event: papers-completed, on: 2026-11-23, source: { paper: JY-BQ-01 } }\n`,
    ]
    const said = understood([...lacking, completed], day, recorded([evidence, without], lacking))
    const { line } = positionOf(said.text(jiuye), '- { event: |papers-completed')
    expect(aboutPapers(said, jiuye)).toEqual([['TY4201', jiuye, line]])
  })
})

describe('the green channel of Jiuquan', () => {
  const services = 'asks: { zones: { extranet: { services: [{ item: ecs.general.4c8g, quantity: 2 }] } } }'
  const change = (rest: string) =>
    appended(
      lvyou,
      `event: change-submitted, on: 2026-11-20, conditions: [green-channel]${rest}, ${services}`,
    )

  it('names the day agreed with a change, where papers may follow', () => {
    const codes = (rest: string) =>
      aboutPapers(understood([evidence, papersMayFollow, change(rest)]), lvyou).filter(
        found => Array.isArray(found) && found[0] === 'TY4204',
      )
    expect(codes('')).toHaveLength(1)
    expect(codes(', until: 2026-12-31')).toEqual([])
  })
})
