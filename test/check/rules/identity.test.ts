import { describe, expect, it } from 'vitest'
import { ruleGroups } from '../../../lib/check/index.ts'
import { type Change, describeRules, type Mark, newFindings, placeOf, relatedPlaces } from '../rule-table.ts'
import {
  backup,
  calendar,
  gonganUnit,
  huji,
  jiuyeUnit,
  platform,
  rensheUnit,
  shebao,
  shichangUnit,
  storage,
  xinchou,
} from './files.ts'
import {
  appliedForBy,
  applying,
  identityCases,
  overrides,
  platformChanges,
  systemCopy,
  unitCopy,
} from './identity.cases.ts'
import { named } from './texts.cases.ts'

describeRules('the rules about identities', ruleGroups.identity, identityCases)

describe('a finding about identities', () => {
  const first = { file: platform, mark: '{ id: |main, name: 主生产' }

  it.each<[string, readonly Change[], Mark]>([
    ['TY3001', [unitCopy('yyy'), unitCopy('zzz')], { file: gonganUnit, mark: '  id: |gonganju' }],
    ['TY3002', [systemCopy('yyy'), systemCopy('zzz')], { file: shebao, mark: '  id: |shebao-jingban' }],
    [
      'TY3003',
      [[storage, '  - id: obs.archive', '  - id: cbr.policy']],
      { file: backup, mark: '- id: |cbr.policy' },
    ],
    [
      'TY3004',
      [
        [platform, '{ id: same-city', '{ id: main'],
        [platform, '{ id: other-city', '{ id: main'],
      ],
      first,
    ],
    [
      'TY3008',
      [
        overrides(
          'on: 2026-03-03, day: holiday',
          'on: 2026-03-03, day: working',
          'on: 2026-03-03, day: working',
        ),
      ],
      { file: calendar, mark: '{ on: |2026-03-03, day: holiday' },
    ],
  ])('%s leads to what came first', (code, changes, mark) => {
    const findings = newFindings(code, changes)
    expect(findings.length).toBeGreaterThan(0)
    expect(relatedPlaces(findings)).toEqual(findings.map(() => [placeOf(mark, changes)]))
  })

  it('TY3005 leads to the other systems of the unit', () => {
    const changes: readonly Change[] = [[rensheUnit, '', undefined]]
    expect(relatedPlaces(newFindings('TY3005', changes))).toEqual([
      [placeOf({ file: xinchou, mark: '  unit: |rensheju' }, changes)],
    ])
  })

  it.each<[string, string, readonly Change[], string | undefined]>([
    ['TY3005', 'a unit of a like name', [[huji, 'unit: gonganju', 'unit: gonganjv']], 'gonganju'],
    ['TY3005', 'no unit of another jurisdiction', [[huji, 'unit: gonganju', 'unit: tongjiju']], undefined],
    ['TY3006', 'a jurisdiction of a like name', [platformChanges('dadong')], 'datong'],
    ['TY3006', 'nothing where no name is near', [platformChanges('kunming')], undefined],
    ['TY3007', 'a unit of a like name', [applying('renshiju')], 'rensheju'],
    ['TY3007', 'no unit of another jurisdiction', [applying('tongjiju')], undefined],
    ['TY3007', 'nothing to a unit that applies for itself', [applying('jiuye-zhongxin')], undefined],
    [
      'TY3007',
      'no unit that is itself applied for',
      [appliedForBy(gonganUnit, 'jiuye-zhongxing')],
      undefined,
    ],
  ])('%s offers %s', (code, _offer, changes, replacement) => {
    expect(newFindings(code, changes).map(({ fix }) => fix?.replacement)).toEqual([replacement])
  })

  it('TY3005 names the file to write where no unit has a like name', () => {
    const [finding] = newFindings('TY3005', [[rensheUnit, '', undefined]])
    expect(finding?.fix?.message.en).toContain(rensheUnit)
  })

  it('TY3007 tells the three faults apart by the units that it names', () => {
    const said = (changes: readonly Change[]) =>
      newFindings('TY3007', changes).map(({ message }) =>
        ['applyingUnit', 'xishuangbanna/renshiju', 'gonganju'].filter(word => message.en.includes(word)),
      )
    expect(said([applying('jiuye-zhongxin')])).toEqual([['applyingUnit']])
    expect(said([applying('renshiju')])).toEqual([['xishuangbanna/renshiju']])
    expect(said([appliedForBy(rensheUnit, 'gonganju')])).toEqual([['gonganju']])
  })

  it('TY3007 asks a unit below the first level for the one that applies, and the first level for none', () => {
    const said = (before: string, after: string) =>
      newFindings('TY3007', [[jiuyeUnit, before, after]]).map(({ message, fix }) => [
        message.en,
        fix?.message.en,
        fix?.replacement,
      ])
    expect(said('applyingUnit: rensheju\n', '')).toEqual([
      [
        'the unit is of budget level 2 and names no first-level budget unit that applies for it (`applyingUnit`)',
        'add `applyingUnit`',
        undefined,
      ],
    ])
    expect(said('budgetLevel: 2', 'budgetLevel: 1')).toEqual([
      ['a first-level budget unit applies for itself and leaves `applyingUnit` out', undefined, undefined],
    ])
  })

  it('TY3009 names each such character once, with its number, beside the zone', () => {
    const changes = [named('石𬒗街道📚𬒗')]
    const found = newFindings('TY3009', changes)
    expect(found.map(({ message }) => message.en)).toEqual([
      'the cloud of the Extranet zone cannot hold “𬒗” (U+2C497), “📚” (U+1F4DA)',
    ])
    expect(found.map(({ message }) => message.zh)).toEqual([
      expect.stringContaining('𬒗（U+2C497）、📚（U+1F4DA）'),
    ])
    expect(found.map(({ related }) => related.map(({ path }) => path))).toEqual([[['zones', 'extranet']]])
  })

  it('TY3007 cites no article where the regulation is silent', () => {
    const findings = newFindings('TY3007', [appliedForBy(shichangUnit, 'gonganju')])
    expect(findings.map(({ file, article }) => [file, article])).toEqual([[shichangUnit, undefined]])
  })
})
