import { describe, expect, it } from 'vitest'
import { ruleGroups } from '../../../lib/check/index.ts'
import { type Change, describeRules, type Mark, newFindings, placeOf, relatedPlaces } from '../rule-table.ts'
import { catalogueCases } from './catalogue.cases.ts'
import { always, balancers, balancing, fromIn, slow, untilToday } from './catalogue-items.cases.ts'
import {
  apis,
  hosts,
  lab,
  levelOf,
  platformLevel,
  sameCloud,
  systemLevel,
} from './catalogue-platform.cases.ts'
import { lvyou, operations, platform, shebao, xishuangbanna, zhejiang } from './files.ts'
import { duty, granted, grantedElsewhere, grantedOnce, onDuty } from './service-edits.ts'

describeRules('the rules about the catalogue', ruleGroups.catalogue, catalogueCases)

describe('a finding about the catalogue', () => {
  it.each<[string, string, readonly Change[], Mark]>([
    [
      'TY3601',
      'the version that is still valid',
      [onDuty([['2023-01-01', '2024-01-01'], ['2024-01-01']])],
      fromIn('2023-01-01'),
    ],
    [
      'TY3603',
      'the first of the grants',
      [granted(duty(1)), grantedElsewhere(duty(1)), untilToday],
      { file: lvyou, mark: '{ item: |ops.on-duty' },
    ],
    [
      'TY3605',
      'the zone that has the cloud',
      [sameCloud],
      { file: platform, mark: 'cloud: |internet\n    region: internet' },
    ],
    [
      'TY3605',
      'the pool that has the host',
      [hosts('internet', 'host-02, host-01'), hosts('extranet', 'host-01'), lab(apis, 'lab', 'host-01')],
      { file: platform, mark: 'internet-dedicated\n        hosts: [host-02, |host-01' },
    ],
    [
      'TY3606',
      'the other specification',
      [onDuty(always, slow)],
      { file: operations, mark: 'volume: |{ volumeType: ssd' },
    ],
    ['TY3608', 'the level of the platform', [systemLevel(shebao, 3, 4)], levelOf(platform, 3)],
  ])('%s leads to %s', (code, _place, changes, mark) => {
    const findings = newFindings(code, changes)
    expect(findings.length).toBeGreaterThan(0)
    expect(relatedPlaces(findings)).toEqual(findings.map(() => [placeOf(mark, changes)]))
  })

  const words = (code: string, changes: readonly Change[], pattern: RegExp) =>
    newFindings(code, changes).map(({ message }) => message.en.match(pattern) ?? [])

  it('TY3602 names the first and the last day of the gap', () => {
    const changes = [onDuty([['2023-01-01', '2024-02-28'], ['2024-03-01']])]
    expect(words('TY3602', changes, /\d{4}-\d\d-\d\d/g)).toEqual([['2024-02-29', '2024-02-29']])
  })

  it('TY3603 counts the grants', () => {
    const changes = [granted(duty(1)), grantedElsewhere(duty(1)), grantedOnce(duty(1)), untilToday]
    expect(words('TY3603', changes, /\b\d+\b(?= grants)/g)).toEqual([['2']])
  })

  it('TY3604 names the zones that lack the service, and no other', () => {
    const lackingIn = (...files: readonly string[]) =>
      words('TY3604', [...balancing(...files), onDuty(always, balancers)], /Internet|Extranet/g)
    expect(lackingIn()).toEqual([['Internet', 'Extranet']])
    expect(lackingIn('first')).toEqual([['Extranet']])
  })

  it('TY3605 cites no article where no regulation asks for it', () => {
    const changes: readonly Change[] = [sameCloud, [xishuangbanna, '', undefined], [zhejiang, '', undefined]]
    expect(newFindings('TY3605', changes).map(({ article }) => article)).toEqual([undefined])
  })

  it('TY3607 cites the article of each regulation', () => {
    const articles = newFindings('TY3607', [platformLevel(2)]).map(({ article }) => article)
    expect(articles.toSorted()).toEqual(['DT-20', 'NW-3.4'])
  })
})
