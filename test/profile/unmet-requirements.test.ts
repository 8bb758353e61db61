import { describe, expect, it } from 'vitest'
import type { Requirement } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent, Paper, SystemManifest } from '../../generated/types/system.ts'
import type { UnitManifest } from '../../generated/types/unit.ts'
import { caseOf } from '../../lib/profile/case.ts'
import {
  factOf,
  requirementsAt,
  type UnmetRequirement,
  unmetRequirementOf,
} from '../../lib/profile/requirements.ts'
import { item } from '../desired-state/model.ts'
import { regulation, single } from './regulation.ts'

const unit: UnitManifest = {
  apiVersion: 'tenantry/v1',
  kind: 'Unit',
  metadata: { id: 'zhengban', name: '政办', shortName: '政办', jurisdiction: 'lantian' },
  category: 'county',
  contacts: { responsible: { name: '某人', phone: '0000-000000' } },
}

const on = '2026-03-01'
const asked: HistoryEvent = { event: 'submitted', on }

type Asked = Omit<Requirement, 'article' | 'on'>

interface Place {
  readonly history?: readonly HistoryEvent[]
  readonly index?: number
  readonly system?: Partial<SystemManifest>
  readonly unit?: UnitManifest
}

const items = [
  item('cbr', { by: 'manual' }, { provides: ['backup'] }),
  item('sec', { by: 'manual' }, { provides: ['waf', 'firewall'] }),
  item('ecs', { by: 'manual' }),
]

function unmet(wanted: Asked, place: Place = {}): UnmetRequirement | undefined {
  const history = place.history ?? [asked]
  const { model, system } = single({ history, ...place.system }, { items })
  const index = place.index ?? history.length - 1
  const event = history[index]?.event ?? 'approved'
  const at = { system: system.value, unit: place.unit, index, event, on }
  return unmetRequirementOf(model, { article: 'LT-3', on: ['submitted'], ...wanted }, at)
}

const withPapers = (...papers: readonly Paper[]): Place => ({ history: [{ ...asked, papers }] })

describe('the requirements of an event', () => {
  const plain: Requirement = { article: 'LT-3', on: ['submitted', 'refused'], reason: true }
  const conditional: Requirement = { article: 'LT-4', on: ['submitted'], when: { origin: ['migrated'] } }
  const profile = { ...regulation, requirements: [plain, conditional] }
  const { model, system } = single({ history: [asked] })
  const of = caseOf(model, profile, system, 0)
  const migrated = { ...of, system: { ...system.value, origin: 'migrated' as const } }

  it('are those that it brings, in the order of the profile, where their condition holds', () => {
    expect(requirementsAt(profile, 'submitted', of)).toEqual([plain])
    expect(requirementsAt(profile, 'submitted', migrated)).toEqual([plain, conditional])
    expect(requirementsAt(profile, 'refused', migrated)).toEqual([plain])
    expect(requirementsAt(profile, 'approved', migrated)).toEqual([])
  })

  it('are none where the profile has none', () => {
    expect(requirementsAt(regulation, 'submitted', migrated)).toEqual([])
  })
})

describe('papers', () => {
  const plan: Paper = { type: '方案', on: '2026-02-01' }
  const report: Paper = { type: '报告', on: '2026-02-01' }

  it('are lacking one by one, and the requirement is named with them', () => {
    const lacking = unmet({ papers: ['方案', '报告'] }, withPapers(report))
    expect(lacking).toEqual({
      requirement: { article: 'LT-3', on: ['submitted'], papers: ['方案', '报告'] },
      papers: ['方案'],
      events: [],
      anyPaper: [],
      invalid: [],
      facts: [],
      provides: [],
      reason: false,
      until: false,
    })
  })

  it('are all there, or none is asked for', () => {
    expect(unmet({ papers: ['方案', '报告'] }, withPapers(report, plan))).toBeUndefined()
    expect(unmet({})).toBeUndefined()
  })

  it('of which any one will do are lacking only while none is there', () => {
    expect(unmet({ anyPaper: ['方案', '报告'] })?.anyPaper).toEqual(['方案', '报告'])
    expect(unmet({ anyPaper: ['方案', '报告'] }, withPapers(report))).toBeUndefined()
  })

  const earlier: HistoryEvent = { event: 'noted', on: '2026-02-10', papers: [plan] }
  const places: readonly (readonly [string, Place])[] = [
    ['an earlier event', { history: [earlier, asked] }],
    ['the system', { system: { papers: [plan] } }],
    ['the unit', { unit: { ...unit, papers: [plan] } }],
  ]

  it.each(places)('of %s count, unless the event itself has to bring them', (_title, place) => {
    expect(unmet({ papers: ['方案'] }, place)).toBeUndefined()
    expect(unmet({ papers: ['方案'], fresh: false }, place)).toBeUndefined()
    expect(unmet({ papers: ['方案'], fresh: true }, place)?.papers).toEqual(['方案'])
  })

  it('of the event itself count, and those of a later one do not', () => {
    expect(unmet({ papers: ['方案'], fresh: true }, withPapers(plan))).toBeUndefined()
    expect(unmet({ papers: ['方案'] }, { history: [asked, earlier], index: 0 })?.papers).toEqual(['方案'])
  })

  it('of events so far count for an event that is still to come', () => {
    expect(unmet({ papers: ['方案'] }, { history: [earlier], index: 1 })).toBeUndefined()
    expect(unmet({ papers: ['方案'], fresh: true }, { history: [earlier], index: 1 })?.papers).toEqual([
      '方案',
    ])
  })
})

describe('the validity of a paper', () => {
  const report = (until?: string): Paper => ({
    type: '报告',
    on: '2026-02-01',
    ...(until === undefined ? {} : { until }),
  })
  const reasons = (wanted: Asked, ...papers: readonly Paper[]) =>
    unmet(wanted, withPapers(...papers))?.invalid.map(({ paper, reason }) => [paper.until, reason])

  it.each([
    ['2026-02-28', [['2026-02-28', 'expired']]],
    ['2026-03-01', undefined],
    ['2026-03-02', undefined],
    [undefined, undefined],
  ] as const)('until %s is judged on the day of the event, which still counts', (until, faults) => {
    expect(reasons({ papers: ['报告'], validity: true }, report(until))).toEqual(faults)
  })

  it('is asked of papers of which any one will do, too', () => {
    expect(reasons({ anyPaper: ['方案', '报告'], validity: true }, report('2026-02-28'))).toEqual([
      ['2026-02-28', 'expired'],
    ])
  })

  it('is not asked where the requirement does not', () => {
    expect(reasons({ papers: ['报告'] }, report('2020-01-01'))).toBeUndefined()
    expect(reasons({ papers: ['报告'], validity: false }, report('2020-01-01'))).toBeUndefined()
  })

  it('of one of several papers of a type is enough; without one, each is named', () => {
    expect(
      reasons({ papers: ['报告'], validity: true }, report('2026-01-31'), report('2026-03-01')),
    ).toBeUndefined()
    expect(reasons({ papers: ['报告'], validity: true }, report('2026-01-31'), report('2026-02-28'))).toEqual(
      [
        ['2026-01-31', 'expired'],
        ['2026-02-28', 'expired'],
      ],
    )
  })

  it('is not asked of papers of another type', () => {
    const other: Paper = { type: '方案', on: '2026-01-01', until: '2026-01-31' }
    expect(reasons({ papers: ['报告'], validity: true }, report(), other)).toBeUndefined()
  })
})

describe('the accreditation of an issuer', () => {
  const report = (accreditation?: string): Paper => ({
    type: '报告',
    on: '2026-02-01',
    ...(accreditation === undefined ? {} : { accreditation }),
  })
  const reasons = (paper: Paper, wanted: Asked = { papers: ['报告'], accredited: 'CNAS' }) =>
    unmet(wanted, withPapers(paper))?.invalid.map(({ reason }) => reason)

  it.each([
    ['CNAS L0000', undefined],
    ['CNAS', undefined],
    ['CMA L0000', ['accreditation']],
    ['ILAC CNAS', ['accreditation']],
    [undefined, ['accreditation']],
  ] as const)('%s begins with the one asked for, or is none', (accreditation, faults) => {
    expect(reasons(report(accreditation))).toEqual(faults)
  })

  it('is not asked where the requirement does not', () => {
    expect(reasons(report(), { papers: ['报告'] })).toBeUndefined()
  })

  it('does not hide that the paper is out of date', () => {
    const old = { ...report('CNAS L0000'), until: '2026-02-28' }
    expect(reasons(old, { papers: ['报告'], accredited: 'CNAS', validity: true })).toEqual(['expired'])
  })
})

describe('facts', () => {
  it.each([
    ['mlps.level', {}, []],
    ['mlps.filing', {}, ['mlps.filing']],
    ['mlps.filing', { mlps: { level: 2, filing: '1' } }, []],
    ['icp.required', { icp: { required: false } }, []],
    ['project.period', {}, ['project.period']],
    ['classified', { classified: false }, []],
    ['constructor', {}, ['constructor']],
    ['purpose.length', {}, ['purpose.length']],
    ['toString.name', {}, ['toString.name']],
  ] as const)('%s are filled by any value, and no by a member of all values', (fact, system, lacking) => {
    expect(unmet({ facts: [fact] }, { system })?.facts ?? []).toEqual(lacking)
  })

  it('of the unit are looked for there, and are lacking where its file is', () => {
    const wanted = { facts: ['unit.contacts.responsible', 'unit.contacts.emergency', 'contacts.responsible'] }
    expect(unmet(wanted, { unit })?.facts).toEqual(['unit.contacts.emergency'])
    expect(unmet(wanted)?.facts).toEqual(['unit.contacts.responsible', 'unit.contacts.emergency'])
  })

  it('are given back as they are', () => {
    const { system } = single({})
    expect(factOf('unit.contacts.responsible.name', { system: system.value, unit })).toBe('某人')
    expect(factOf('contacts.responsible', { system: system.value, unit })).toBe(
      system.value.contacts.responsible,
    )
    expect(factOf('dataInCountry', { system: system.value, unit })).toBe(true)
    expect(factOf('unit', { system: system.value, unit })).toBeUndefined()
  })
})

describe('abilities', () => {
  const granted = (...names: readonly string[]): HistoryEvent => ({
    event: 'approved',
    on: '2026-02-01',
    grants: { internet: { services: names.map(name => ({ item: name, quantity: 1 })) } },
  })

  it('are lacking where no granted item provides them', () => {
    const wanted: Asked = { provides: ['backup', 'waf'] }
    expect(unmet(wanted, { history: [granted('cbr', 'ecs')] })?.provides).toEqual(['waf'])
    expect(unmet(wanted, { history: [granted('cbr', 'sec')] })).toBeUndefined()
    expect(unmet(wanted)?.provides).toEqual(['backup', 'waf'])
    expect(unmet(wanted, { history: [granted('unheard-of')] })?.provides).toEqual(['backup', 'waf'])
  })

  it('are provided by lines in force on the day, in whichever zone', () => {
    const until = (to: string): HistoryEvent => ({
      event: 'approved',
      on: '2026-02-01',
      grants: {
        internet: { services: [{ item: 'ecs', quantity: 1 }] },
        extranet: { services: [{ item: 'cbr', quantity: 1, to }] },
      },
    })
    expect(unmet({ provides: ['backup'] }, { history: [until('2026-03-01')] })).toBeUndefined()
    expect(unmet({ provides: ['backup'] }, { history: [until('2026-02-28')] })?.provides).toEqual(['backup'])
  })
})

describe('reasons and agreed days', () => {
  it('are asked of the event itself', () => {
    expect(unmet({ reason: true })?.reason).toBe(true)
    expect(unmet({ reason: true }, { history: [{ ...asked, reason: '停用' }] })).toBeUndefined()
    expect(unmet({ until: true })?.until).toBe(true)
    expect(unmet({ until: true }, { history: [{ ...asked, until: '2026-04-01' }] })).toBeUndefined()
    expect(unmet({ reason: false, until: false })).toBeUndefined()
  })

  it('are lacking for an event that is still to come', () => {
    const lacking = unmet(
      { reason: true, until: true },
      { history: [{ ...asked, reason: '停用' }], index: 1 },
    )
    expect([lacking?.reason, lacking?.until]).toEqual([true, true])
  })
})
