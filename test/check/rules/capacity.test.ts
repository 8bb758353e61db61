import { describe, expect, it } from 'vitest'
import { ruleGroups } from '../../../lib/check/index.ts'
import { at, type Change, describeRules, newFindings, placeOf, relatedPlaces } from '../rule-table.ts'
import { capacity, capacityCases, newest } from './capacity.cases.ts'
import { room, uplinkDays } from './cloud-limits.cases.ts'
import { networkItems, platform, shebao, shipin, shuiqing, yingji, zhaosheng } from './files.ts'

describeRules('rules about capacity', ruleGroups.capacity, capacityCases)

describe('a shortage', () => {
  const shortage = (...changes: readonly Change[]) => {
    const [found] = newFindings('TY3301', changes)
    if (found === undefined) throw new Error('nothing is short')
    return found
  }
  const fewerVcpus = (amount: number) => capacity('vCPUs of the internet zone', amount)
  const vcpus = (amount: number) => shortage(fewerVcpus(amount))

  it('says what is granted, what there is, and who holds most of it, each with all its lines', () => {
    const { message, severity } = vcpus(159)
    expect(severity).toBe('error')
    const values = (text: string) => text.match(/[a-z]+\/[a-z/-]+|\d+-\d+-\d+|\d+/g)
    const largest = ['zhejiang/shuiliting/shuiqing-jiance', '40', 'ningwu/jiaoyuju/zhaosheng-baoming', '36']
    const holders = [...largest, 'datong/shichangju/shipin-zhuisu', '16']
    expect(values(message.en)).toEqual(['2027-07-01', '136', '1', '135', ...holders])
    expect(message.en).toContain('Shared pool of the Internet zone')
    expect(message.zh).toContain('互联网区共享资源池')
    expect(values(message.zh)).toEqual(['2027-07-01', '136', '135', '1', ...holders])
  })

  it('points to the capacity and to the grants of the three that hold most', () => {
    expect(relatedPlaces([vcpus(159)])).toEqual([
      [
        placeOf(at(platform, 'vcpus: |159'), [fewerVcpus(159)]),
        placeOf(at(shuiqing, 'review: 92 }\n    grants:\n      |internet:')),
        placeOf(at(zhaosheng, 'review: 22 }\n    grants:\n      |internet:')),
        placeOf(at(shipin, 'review: 47 }\n    grants:\n      |internet:')),
      ],
    ])
  })

  it.each([
    [122, 'from 2027-06-01 grants 104 vCPUs, 1 more', '自 2027-06-01 起'],
    [84, 'now grants 72 vCPUs, 1 more', '目前'],
  ])('of a capacity of %d is told on the first day of it', (amount, en, zh) => {
    expect(vcpus(amount).message.en).toContain(en)
    expect(vcpus(amount).message.zh).toContain(zh)
  })

  it('of memory is told in GiB', () => {
    const { message } = shortage(capacity('memory of the internet zone', 319))
    expect(message.en).toContain('272 GiB of memory, 1 more')
    expect(message.en).toContain('shuiqing-jiance 80')
  })

  it('of today counts no season that is not yet there', () => {
    expect(vcpus(84).message.en).toContain(
      'datong/shichangju/shipin-zhuisu 16, zhejiang/tongjiju/pucha-caiji 16, jiuquan/wenlvju/lvyou-fuwu 12',
    )
  })

  it('names no holder for a season that ended on the day before', () => {
    const line = (from: string, to: string, quantity: number) =>
      `          - { item: ecs.general.8c16g, quantity: ${quantity}, from: ${from}, to: ${to} }`
    const { message } = shortage(
      capacity('vCPUs of the internet zone', 123),
      [shuiqing, line('2027-06-01', '2027-10-15', 4), line('2027-06-01', '2027-06-30', 4)],
      [zhaosheng, line('2027-07-01', '2027-08-31', 4), line('2027-07-01', '2027-08-31', 5)],
    )
    expect(message.en).toContain('from 2027-07-01 grants 112 vCPUs, 8 more')
    expect(message.en).toContain(
      'zhaosheng-baoming 44, datong/shichangju/shipin-zhuisu 16, zhejiang/tongjiju',
    )
  })

  it('counts a season in its last days and none that is over', () => {
    const season = (to: string): Change => [
      zhaosheng,
      '          - { item: ecs.general.8c16g, quantity: 4, from: 2026-07-01, to: 2026-08-31 }',
      `          - { item: ecs.general.8c16g, quantity: 4, from: 2026-07-01, to: ${to} }`,
    ]
    const told = (to: string) => shortage(season(to), capacity('vCPUs of the internet zone', 80)).message.en
    expect(told('2026-11-23')).toContain('now grants 104 vCPUs')
    expect(told('2026-11-22')).toContain('now grants 72 vCPUs')
  })

  it('is told to two decimals', () => {
    const { message } = shortage(capacity('bandwidth of the internet zone', 171), [
      networkItems,
      'bandwidthKbps: 50000',
      'bandwidthKbps: 50333',
    ])
    expect(message.en).toContain('145.67 Mbps of bandwidth, 0.67 more')
    expect(message.en).toContain('lvyou-fuwu 50.33')
    expect(message.zh).toContain('145.67')
  })

  it('cites the article of the jurisdiction that has to give way, if it has one', () => {
    const articles = [
      capacity('addresses of the internet zone', 9),
      capacity('GPUs of the extranet zone', 1),
      capacity('vCPUs of the dedicated pool', 37),
    ].map(change => shortage(change).article)
    expect(articles).toEqual(['JQ-10.1', undefined, undefined])
  })

  it('of a dedicated pool names that pool', () => {
    const change = capacity('vCPUs of the dedicated pool', 37)
    const found = shortage(change)
    expect(found.message.en).toContain('Dedicated pool of the Extranet zone now grants 32 vCPUs')
    expect(relatedPlaces([found])).toEqual([
      [placeOf(at(platform, 'vcpus: |37'), [change]), placeOf(newest.dedicated)],
    ])
  })
})

describe('an egress network with too few addresses', () => {
  it('is told with its place, how many it has to give, and how many are needed', () => {
    const changes = [room('extranet', 6, 2)]
    const found = newFindings('TY3302', changes)
    expect(relatedPlaces(found)).toEqual([
      [placeOf(at(platform, '|type: flat\n      physicalNetwork: public\n      ipv4: 198'), changes)],
    ])
    expect(found.map(({ message }) => message.en)).toEqual([
      'the egress network of the Extranet zone has 2 IPv6 addresses to give, and 3 are needed from 2026-11-23',
    ])
  })

  it.each([
    ['2026-11-24', '2026-11-25', 1, '2026-11-23'],
    ['2026-11-24', '2026-11-25', 5, '2026-11-25'],
    ['2026-11-25', '2026-11-24', 3, '2026-11-24'],
  ])(
    'is told on the first day of it, where further uplinks begin on %s and %s',
    (first, second, count, day) => {
      const begin = [uplinkDays(yingji, `from: ${first}`), uplinkDays(shebao, `from: ${second}`)]
      const found = newFindings('TY3302', [room('extranet', 4, count), ...begin])
      expect(found.map(({ message }) => message.en.split(' needed from ')[1])).toEqual([day])
    },
  )
})
