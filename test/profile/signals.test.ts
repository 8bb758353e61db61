import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { UtilisationSignal } from '../../generated/types/signal.ts'
import { deadlinesOf } from '../../lib/profile/deadlines.ts'
import { signalSubject } from '../../lib/profile/signal-subject.ts'
import { signalsOf, signalsOn } from '../../lib/profile/signals.ts'
import { spellsOf } from '../../lib/profile/utilisation.ts'
import { address, type Edit, pointedAt, written } from './language.ts'

const signals = (text: string): Edit => ['profile', 'deadlines:\n', `signals:\n${text}\n\ndeadlines:\n`]

function brought(edits: readonly Edit[], asOf: string) {
  const { model, own } = written(edits)
  const profile = model.catalogue.jurisdictions.get('qingyuan')?.value
  const system = model.systemByAddress.get(address)
  if (profile === undefined || system === undefined) throw new Error(own.map(({ code }) => code).join())
  return {
    model,
    profile,
    system,
    days: signalsOf(profile, system.value, asOf).map(({ event, on }) => `${event} ${on}`),
  }
}

// The system is granted on 2026-03-04 and closed on 2026-09-03.
describe('what the calendar brings', () => {
  it.each<readonly [string, readonly string[]]>([
    ['every: quarter', ['s1 2026-04-01', 's1 2026-07-01']],
    ['every: quarter, at: end', ['s1 2026-03-31', 's1 2026-06-30']],
    ['every: half-year, at: end', ['s1 2026-06-30']],
    ['every: year', []],
    ['every: year, on: { month: 9, day: 3 }', ['s1 2026-09-03']],
    ['every: year, on: { month: 9, day: 4 }', []],
    ['every: month, states: [filed]', []],
    ['every: month, states: [closing]', []],
    ['every: half-year, states: [closed]', ['s1 2027-01-01']],
  ])('%s comes on %j', (text, days) => {
    expect(
      brought([signals(`  - { id: s1, name: 期间, ${text}, article: QY-4 }`)], '2027-02-01').days,
    ).toEqual(days)
  })

  it('comes on every boundary once, and on no other day', () => {
    const { days } = brought([signals('  - { id: s1, name: 月, every: month, article: QY-4 }')], '2027-01-01')
    expect(days).toEqual(['04', '05', '06', '07', '08', '09'].map(month => `s1 2026-${month}-01`))
  })

  it('begins deadlines, of which each period has its own', () => {
    const duty: readonly Edit[] = [
      signals('  - { id: quarter-over, name: 季度末, every: quarter, at: end, article: QY-4 }'),
      [
        'profile',
        'deadlines:\n',
        'deadlines:\n  - { id: report, name: 季度报告, article: QY-4, from: [quarter-over], until: [reported], days: { working: 5 }, direction: at-most, voidedBy: [closed], responsible: operator }\n',
      ],
      [
        'profile',
        '    closed: { name: 退云办结',
        '    reported: { name: 报送季度报告, from: [running, closing], article: QY-4, actor: operator }\n    closed: { name: 退云办结',
      ],
      ['system', '  - event: closing\n', '  - event: reported\n    on: 2026-07-06\n  - event: closing\n'],
    ]
    const { model, profile, system } = brought(duty, '2026-09-01')
    const of = (asOf: string) =>
      deadlinesOf(model, profile, system, asOf)
        .filter(({ definition }) => definition.id === 'report')
        .map(({ start, due, state, endEvent, startEvent }) => [start, due, state, endEvent, startEvent])
    expect(of('2026-04-02')).toEqual([['2026-03-31', '2026-04-08', 'running', undefined, undefined]])
    // What was not done stays missed; the report of July is that of the second quarter.
    expect(of('2026-09-01')).toEqual([
      ['2026-06-30', '2026-07-07', 'met', 3, undefined],
      ['2026-03-31', '2026-04-08', 'missed', undefined, undefined],
    ])
    expect(of('2026-12-31').map(([start]) => start)).toEqual(['2026-06-30', '2026-03-31'])
  })

  it.each<readonly [string, string]>([
    ['{ id: filed, name: 甲, every: month, article: QY-4 }', 'filed'],
    ['{ id: s1, name: 甲, every: month, on: { month: 9, day: 1 }, article: QY-4 }', 'on'],
    ['{ id: s1, name: 甲, every: year, at: end, on: { month: 9, day: 1 }, article: QY-4 }', 'on'],
    ['{ id: s1, name: 甲, every: year, on: { month: 9, day: 31 }, article: QY-4 }', '31'],
  ])('is refused where it could not come: %s', (text, at) => {
    const result = written([signals(`  - ${text}`)])
    expect(result.own.map(found => [found.code, pointedAt(result, found)])).toEqual([['TY2230', at]])
  })

  it('has every day of a leap year', () => {
    expect(
      written([signals('  - { id: s1, name: 甲, every: year, on: { month: 2, day: 29 }, article: QY-4 }')])
        .own,
    ).toEqual([])
  })
})

const idle: UtilisationSignal = { id: 'idle', name: '利用率偏低', months: 3, below: { cpu: 20, memory: 30 } }
const measured = (...values: readonly (readonly [string, number, number])[]) =>
  values.map(([month, cpu, memory]) => ({ month, cpu, memory }))

describe('what measurements bring', () => {
  it.each([
    [
      'is enough',
      measured(['2026-01', 10, 10], ['2026-02', 19.9, 29], ['2026-03', 0, 0]),
      [['2026-03-31', undefined]],
    ],
    ['is at the bound', measured(['2026-01', 10, 10], ['2026-02', 20, 10], ['2026-03', 10, 10]), []],
    ['has a month too few', measured(['2026-01', 10, 10], ['2026-02', 10, 10]), []],
    ['has a gap', measured(['2026-01', 10, 10], ['2026-02', 10, 10], ['2026-04', 10, 10]), []],
    [
      'goes over the turn of a year, and ends',
      measured(
        ['2025-11', 1, 1],
        ['2025-12', 1, 1],
        ['2026-01', 1, 1],
        ['2026-02', 1, 1],
        ['2026-03', 90, 1],
      ),
      [['2026-01-31', '2026-03-31']],
    ],
    [
      'ends with a month that was not measured',
      measured(['2026-01', 1, 1], ['2026-02', 1, 1], ['2026-03', 1, 1], ['2026-06', 1, 1]),
      [['2026-03-31', '2026-04-30']],
    ],
    ['lacks a value', [{ month: '2026-01', cpu: 1 }, ...measured(['2026-02', 1, 1], ['2026-03', 1, 1])], []],
  ] as const)('%s', (_title, months, spells) => {
    expect(spellsOf(idle, months).map(({ on, endedOn }) => [on, endedOn])).toEqual(spells)
  })

  it('looks at all zones, or at those that are named', () => {
    const zoned = ['2026-01', '2026-02', '2026-03'].flatMap(month => [
      { month, zone: 'internet', cpu: 90, memory: 90 },
      { month, zone: 'extranet', cpu: 1, memory: 1 },
    ])
    expect(spellsOf(idle, zoned)).toEqual([])
    expect(spellsOf({ ...idle, zones: ['extranet'] }, zoned)).toHaveLength(1)
  })

  it('does not depend on the order of the entries', () => {
    const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`)
    const values = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(values, fc.shuffledSubarray(months, { minLength: 12 }), (low, order) => {
        const entry = (month: string) => {
          const value = low[months.indexOf(month)] === true ? 5 : 50
          return { month, cpu: value, memory: value }
        }
        const spells = spellsOf(idle, order.map(entry))
        expect(spells).toEqual(spellsOf(idle, months.map(entry)))
        const runs =
          low
            .map(one => (one ? '1' : '0'))
            .join('')
            .match(/111+/g) ?? []
        expect(spells).toHaveLength(runs.length)
      }),
    )
  })

  const low: Edit = [
    'system',
    'history:\n',
    'utilisation:\n  - { month: 2026-04, cpu: 8, memory: 12 }\n  - { month: 2026-05, cpu: 8, memory: 12 }\n  - { month: 2026-06, cpu: 8, memory: 12 }\n  - { month: 2026-07, cpu: 80, memory: 12 }\nhistory:\n',
  ]
  const rule = signals(
    '  - { id: idle, name: 利用率连续三个月偏低, months: 3, below: { cpu: 20, memory: 30 }, article: QY-4 }',
  )

  it('begins and voids deadlines, and is what conditions and requirements may ask for', () => {
    const { profile, system, days } = brought([rule, low], '2026-12-31')
    expect(days).toEqual(['idle 2026-06-30', 'idle-ended 2026-07-31'])
    const on = (day: string) => signalsOn(profile, system.value, day)
    expect([on('2026-06-29'), on('2026-06-30'), on('2026-07-30'), on('2026-07-31')]).toEqual([
      [],
      ['idle'],
      ['idle'],
      [],
    ])
  })

  it.each([
    ['on: [closing], events: [idle]', 'on: 2026-07-10', []],
    ['on: [closing], events: [idle]', 'on: 2026-09-01', ['TY4211']],
    ['on: [closing], when: { after: [idle] }, papers: [整改说明]', 'on: 2026-07-10', ['TY4201']],
    ['on: [closing], when: { after: [idle] }, papers: [整改说明]', 'on: 2026-09-01', []],
  ] as const)('%s on %s gives %j', (asked, on, codes) => {
    const requirement: Edit = [
      'profile',
      'requirements:\n',
      `requirements:\n  - { article: QY-5, ${asked} }\n`,
    ]
    const moved: Edit = ['system', '  - event: closing\n    on: 2026-09-01', `  - event: closing\n    ${on}`]
    const paper: Edit = ['system', 'QY-03, on: 2026-09-01', `QY-03, ${on}`]
    const found = written([rule, low, requirement, moved, paper]).own.map(({ code }) => code)
    expect(found).toEqual(codes)
  })

  it('is known to the rules about events that are not defined', () => {
    const asked: Edit = [
      'profile',
      'requirements:\n',
      'requirements:\n  - { article: QY-5, on: [closing], events: [idlee] }\n',
    ]
    const result = written([rule, asked])
    expect(result.own.map(found => [found.code, found.fix?.replacement])).toContainEqual(['TY2205', 'idle'])
  })
})

describe('what monitoring brings of many systems', () => {
  const idle = signals('  - { id: idle, name: 偏低, months: 2, below: { cpu: 20 }, article: QY-4 }')
  const [place = '', unit = '', system = ''] = address.split('/')

  /** The same in files of the catalogue as in the manifest, or partly in each. */
  const days = (inManifest: readonly string[], inFiles: readonly string[]): readonly string[] => {
    const row = (month: string) => `{ month: ${month}, cpu: 8 }`
    const edits: readonly Edit[] =
      inManifest.length === 0
        ? [idle]
        : [idle, ['system', 'history:\n', `utilisation: [${inManifest.map(row).join(', ')}]\nhistory:\n`]]
    const files = inFiles.map((month): [string, string] => [
      `catalogue/utilisation/${place}/${month}/all.yaml`,
      `apiVersion: tenantry/v1\nkind: Utilisation\njurisdiction: ${place}\nmonth: ${month}\nsource: 监测平台\nmeasured: [{ system: ${unit}/${system}, cpu: 8 }]\n`,
    ])
    const { model } = written(edits, undefined, files)
    const profile = model.catalogue.jurisdictions.get(place)?.value
    const found = model.systemByAddress.get(address)
    if (profile === undefined || found === undefined) throw new Error('the example has no such system')
    return signalsOf(profile, signalSubject(model, found), '2026-08-01').map(
      ({ event, on }) => `${event} ${on}`,
    )
  }

  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['in the manifest alone', ['2026-04', '2026-05'], []],
    ['in files alone', [], ['2026-05', '2026-04']],
    ['partly in each', ['2026-05'], ['2026-04']],
  ])('counts as what stands %s', (_where, inManifest, inFiles) => {
    expect(days(inManifest, inFiles)).toEqual(['idle 2026-05-31'])
  })

  it('begins the deadline by which resources are reclaimed', () => {
    const reclaim: Edit = [
      'profile',
      'deadlines:\n',
      'deadlines:\n  - { id: reclaim, name: 收回闲置资源, article: QY-4, from: [idle], until: [closed], days: { working: 10 }, direction: at-most, responsible: operator }\n',
    ]
    const month = (text: string): [string, string] => [
      `catalogue/utilisation/${place}/${text}/all.yaml`,
      `apiVersion: tenantry/v1\nkind: Utilisation\njurisdiction: ${place}\nmonth: ${text}\nsource: 监测平台\nmeasured: [{ system: ${unit}/${system}, cpu: 8 }]\n`,
    ]
    const begun = (...months: readonly string[]) => {
      const { model } = written([idle, reclaim], undefined, months.map(month))
      const profile = model.catalogue.jurisdictions.get(place)?.value
      const found = model.systemByAddress.get(address)
      if (profile === undefined || found === undefined) throw new Error('the example has no such system')
      return deadlinesOf(model, profile, found, '2026-06-10').flatMap(({ definition, state, start }) =>
        definition.id === 'reclaim' ? [`${state} since ${start}`] : [],
      )
    }
    expect(begun('2026-04', '2026-05')).toEqual(['due-soon since 2026-05-31'])
    expect(begun('2026-04')).toEqual([])
  })

  it('breaks off with the first month that is in neither', () => {
    expect(days(['2026-04'], ['2026-06'])).toEqual([])
  })
})
