import { describe, expect, it } from 'vitest'
import { desiredState } from '../../lib/desired-state/index.ts'
import { exampleDay, exampleFiles, exampleText, type Files, loaded } from '../example-repository.ts'
import { type Change, changedFiles } from './rule-table.ts'
import { compute, jiuye, platform, shebao, xishuangbanna } from './rules/files.ts'
import { appended } from './rules/history-edits.ts'

/** Days ahead of the example's own: before and after whatever ends, and in years whose calendar nobody knows yet. */
const later = [
  '2026-11-24',
  '2027-02-28',
  '2027-05-12',
  '2028-01-01',
  '2028-09-01',
  '2029-12-31',
  '2033-07-01',
  '2040-11-23',
  '2099-01-01',
]

function errorsOn(files: Files, day: string): readonly string[] {
  return loaded(files, day)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ code, file, range }) => `${code} ${file}:${range.start.line}`)
}

/** What stands, as text: dated lines of the example end in 2027, and the days compared are in one season. */
function standing(files: Files, day: string): string {
  const { asOf, ...state } = desiredState(loaded(files, day).model)
  return JSON.stringify(state)
}

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    yield state >> 8
  }
}

const dated = /\b(until|to|expires|confirmed|assessed|on|inForce|catalogueReviewed): (\d{4}-\d{2}-\d{2})/g

/** The example with last days, and days of what has happened, moved at random: still all errors of a day are known then. */
function moved(seed: number): Files {
  const random = numbers(seed)
  const files = [...exampleFiles.keys()].filter(file => /\.yaml$/.test(file) && random.next().value % 3 === 0)
  return new Map(
    files.map(file => [
      file,
      exampleText(file).replace(dated, (whole, key: string, day: string) => {
        const roll = random.next().value
        if (roll % 4 !== 0) return whole
        const year =
          key === 'until' || key === 'to' || key === 'expires'
            ? 2026 + (roll % 5)
            : Number(day.slice(0, 4)) - (roll % 2)
        return `${key}: ${year}${day.slice(4)}`
      }),
    ]),
  )
}

/** Catalogue, papers and assessments that run out soon, one kind each. */
const runningOut: readonly (readonly [string, readonly Change[]])[] = [
  ['all assessments of the platform', [[platform, 'until: 2028-08-31', 'until: 2026-11-23']]],
  [
    'the last version of an item that is granted and asked for',
    [[compute, '        fee: { price: "380.00"', '        fee: { price: "380.00"'], lastDays('2026-11-23')],
  ],
  [
    'the regulation',
    [
      [
        xishuangbanna,
        '  articles: XS\n',
        '  expires: 2026-11-23\n  validityArticle: XS-34\n  articles: XS\n',
      ],
    ],
  ],
  [
    'the day by which the papers of an emergency follow',
    [
      appended(
        jiuye,
        'event: accepted, on: 2026-11-20, source: { forge: gitea, change: 9 }, conditions: [emergency], until: 2026-11-23',
      ),
    ],
  ],
  [
    'an agreement',
    [
      [
        shebao,
        '{ type: 云资源交付工单, number: XSJF-2025-001, on: 2025-07-15 }',
        '{ type: 云资源交付工单, number: XSJF-2025-001, on: 2025-07-15, until: 2026-11-23 }',
      ],
    ],
  ],
]

/** Every last version of a server gets a last day. */
function lastDays(day: string): Change {
  const text = exampleText(compute)
  return [compute, '', text.replaceAll(/(- from: \d{4}-\d{2}-\d{2}\n)(?! +to:)/g, `$1        to: ${day}\n`)]
}

describe('time alone', () => {
  it('makes no error in a repository that nobody edits', () => {
    expect(errorsOn(new Map(), exampleDay)).toEqual([])
    for (const day of later) expect([day, errorsOn(new Map(), day)]).toEqual([day, []])
  })

  it.each(runningOut)('makes none once this has run out: %s', (_, changes) => {
    const files = changedFiles(changes)
    const first = new Set(errorsOn(files, exampleDay))
    for (const day of later)
      expect([day, errorsOn(files, day).filter(error => !first.has(error))]).toEqual([day, []])
  })

  it.each(Array.from({ length: 12 }, (_, seed) => seed + 1))(
    'adds none to those of the first day in a generated repository (%i)',
    seed => {
      const files = moved(seed)
      const first = new Set(errorsOn(files, exampleDay))
      for (const day of later)
        expect([day, errorsOn(files, day).filter(error => !first.has(error))]).toEqual([day, []])
    },
  )

  it('changes nothing that stands, apart from what is granted for some days', () => {
    const once = standing(new Map(), exampleDay)
    for (const day of ['2027-11-23', '2029-01-01', '2040-11-23'])
      expect(standing(new Map(), day) === once).toBe(true)
  })

  it.each(runningOut)('changes nothing that stands once this has run out: %s', (_, changes) => {
    const files = changedFiles(changes)
    const once = standing(files, exampleDay)
    for (const day of ['2026-11-24', '2027-11-23', '2040-11-23'])
      expect(standing(files, day) === once).toBe(true)
  })
})
