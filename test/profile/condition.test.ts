import { describe, expect, it } from 'vitest'
import type { Condition } from '../../generated/types/condition.ts'
import type { SystemManifest } from '../../generated/types/system.ts'
import { caseOf } from '../../lib/profile/case.ts'
import { type Case, holds } from '../../lib/profile/condition.ts'
import { caseOfChange } from '../../lib/profile/platform-changes.ts'
import { regulation, single } from './regulation.ts'

const lines = [{ item: 'ecs.small', quantity: 1 }]
const shared = { internet: { services: lines } }
const alsoDedicated = { ...shared, extranet: { pool: 'exclusive', services: lines } }

function caseWith(members: Partial<SystemManifest>, others: Partial<Case> = {}): Case {
  const { model, system } = single({
    zones: shared,
    history: [{ event: 'submitted', on: '2026-01-05' }],
    ...members,
  })
  return { ...caseOf(model, regulation, system, 0), ...others }
}

const county: Case['unit'] = {
  apiVersion: 'tenantry/v1',
  kind: 'Unit',
  metadata: { id: 'zhengban', name: '政办', shortName: '政办', jurisdiction: 'lantian' },
  category: 'county',
  contacts: { responsible: { name: '某人', phone: '0000-000000' } },
}

/** Condition, a case of which it holds, and one of which it does not. */
const pairs: readonly (readonly [string, Condition, Case, Case])[] = [
  ['an origin', { origin: ['new'] }, caseWith({ origin: 'new' }), caseWith({ origin: 'migrated' })],
  [
    'one of several origins',
    { origin: ['new', 'migrated'] },
    caseWith({ origin: 'migrated' }),
    caseWith({ origin: 'rolled-out-from-above' }),
  ],
  ['a floor of MLPS', { mlpsAtLeast: 3 }, caseWith({ mlps: { level: 3 } }), caseWith({ mlps: { level: 2 } })],
  [
    'a floor of MLPS below',
    { mlpsAtLeast: 3 },
    caseWith({ mlps: { level: 4 } }),
    caseWith({ mlps: { level: 1 } }),
  ],
  ['importance', { important: true }, caseWith({ important: true }), caseWith({})],
  ['no importance', { important: false }, caseWith({}), caseWith({ important: true })],
  [
    'a load',
    { load: ['burst', 'elastic'] },
    caseWith({ load: { pattern: 'elastic', plan: '示例' } }),
    caseWith({ load: { pattern: 'periodic', plan: '示例' } }),
  ],
  [
    'a steady load, which none said to be other is',
    { load: ['steady'] },
    caseWith({}),
    caseWith({ load: { pattern: 'burst', plan: '示例' } }),
  ],
  [
    'a dedicated pool',
    { pool: 'dedicated' },
    caseWith({ zones: alsoDedicated }),
    caseWith({ zones: shared }),
  ],
  [
    'a shared pool, beside a dedicated one or not',
    { pool: 'shared' },
    caseWith({ zones: alsoDedicated }),
    caseWith({ zones: { extranet: { pool: 'exclusive', services: lines } } }),
  ],
  [
    'a shared pool of one zone, not a dedicated pool there and a shared one elsewhere',
    { places: { zones: ['extranet'], dedicated: false } },
    caseWith({ zones: { extranet: { services: lines } } }),
    caseWith({
      zones: { internet: { services: lines }, extranet: { pool: 'exclusive', services: lines } },
    }),
  ],
  [
    'a pool by its name, in a zone',
    { places: { zones: ['extranet'], pools: ['exclusive'] } },
    caseWith({ zones: alsoDedicated }),
    caseWith({ zones: shared }),
  ],
  ['pools of both kinds', { pool: 'mixed' }, caseWith({ zones: alsoDedicated }), caseWith({ zones: shared })],
  [
    'adaptation',
    { domesticAdapted: true },
    caseWith({ domestic: { adapted: true } }),
    caseWith({ domestic: { adapted: false } }),
  ],
  [
    'no adaptation',
    { domesticAdapted: false },
    caseWith({ domestic: { adapted: false } }),
    caseWith({ domestic: { adapted: true } }),
  ],
  [
    'an ICP filing',
    { icpRequired: true },
    caseWith({ icp: { required: true } }),
    caseWith({ icp: { required: false } }),
  ],
  [
    'no ICP filing, which none said is',
    { icpRequired: false },
    caseWith({}),
    caseWith({ icp: { required: true } }),
  ],
  [
    'a category of units',
    { categories: ['party-organ', 'county'] },
    caseWith({}, { unit: county }),
    caseWith({}, { unit: { ...county, category: 'government-organ' } }),
  ],
  [
    'any of several marks',
    { flags: ['major', 'emergency'] },
    caseWith({}, { flags: ['large', 'emergency'] }),
    caseWith({}, { flags: ['large'] }),
  ],
  [
    'any of several changes',
    { changes: ['enlarge', 'add-zone'] },
    caseWith({}, { changes: ['shrink', 'add-zone'] }),
    caseWith({}, { changes: ['shrink'] }),
  ],
  [
    'the contrary of a condition',
    { not: { origin: ['new'] } },
    caseWith({ origin: 'migrated' }),
    caseWith({ origin: 'new' }),
  ],
  [
    'the contrary of several, of which one is enough not to hold',
    { not: { origin: ['new'], mlpsAtLeast: 3 } },
    caseWith({ origin: 'new', mlps: { level: 2 } }),
    caseWith({ origin: 'new', mlps: { level: 3 } }),
  ],
  [
    'several members together',
    { origin: ['new'], mlpsAtLeast: 3 },
    caseWith({ origin: 'new', mlps: { level: 3 } }),
    caseWith({ origin: 'new', mlps: { level: 2 } }),
  ],
  [
    'several members together, of which the first fails',
    { origin: ['new'], changes: ['shrink'] },
    caseWith({ origin: 'new' }, { changes: ['shrink'] }),
    caseWith({ origin: 'migrated' }, { changes: ['shrink'] }),
  ],
]

describe('a condition', () => {
  it.each(pairs)('of %s holds where it is so and nowhere else', (_title, condition, so, otherwise) => {
    expect(holds(condition, so)).toBe(true)
    expect(holds(condition, otherwise)).toBe(false)
  })

  it('that says nothing, or is not there, always holds', () => {
    expect(holds({}, caseWith({}))).toBe(true)
    expect(holds(undefined, caseWith({}))).toBe(true)
  })

  /** A change to the platform has no system and no unit. */
  const change = caseOfChange({
    id: 'gengxin',
    name: '更新',
    jurisdiction: 'lantian',
    major: false,
    interrupts: true,
    history: [{ event: 'platform-change-submitted', on: '2026-01-05' }],
  })
  it.each<Condition>([
    { origin: ['new', 'migrated', 'rolled-out-from-above'] },
    { mlpsAtLeast: 1 },
    { important: false },
    { important: true },
    { load: ['steady'] },
    { pool: 'shared' },
    { pool: 'dedicated' },
    { domesticAdapted: true },
    { domesticAdapted: false },
    { icpRequired: false },
    { icpRequired: true },
    { categories: ['county', 'party-organ'] },
  ])('of a system or its unit never holds of a change to the platform: %o', condition => {
    expect(holds(condition, change)).toBe(false)
  })

  it('of a unit does not hold where the file of the unit is missing', () => {
    expect(holds({ categories: ['county'] }, caseWith({}))).toBe(false)
  })
})
