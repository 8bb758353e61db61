// Real price lists, typed in, with an order across each of them: quotas and fees were worked out by hand. What a list says
// and the catalogue does not is named at the head of its file, with the reason.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { desiredState } from '../../lib/desired-state/index.ts'
import { feesOn, totalsOf } from '../../lib/money/fee.ts'
import { exampleDay, exampleText, loaded } from '../example-repository.ts'

const folder = join(import.meta.dirname, '../fixtures/price-lists')
const manifest = 'tenants/zhejiang/tongjiju/pucha-caiji.yaml'
const address = 'zhejiang/tongjiju/pucha-caiji'

interface List {
  readonly id: string
  readonly order: readonly (readonly [item: string, quantity: number, unit?: string])[]
  readonly compute: Readonly<Record<string, number>>
  readonly blockStorage: Readonly<Record<string, unknown>>
  /** Beside the monthly 1616.00 of what the system holds of the example's own list. */
  readonly fees: Readonly<Record<string, string>>
  readonly unpriced?: number
}

const lists: readonly List[] = [
  {
    id: 'saskatchewan',
    // 2 × 4.50 + 8 × 2.50 + 16 × 1.50 + 200 × 0.10 = 9 + 20 + 24 + 20 = 73.00
    order: [
      ['usask.vm', 2],
      ['usask.vcpu', 8, '核'],
      ['usask.ram', 16, 'GB'],
      ['usask.disk', 200],
    ],
    // No server has fewer than two of the eight cores.
    compute: { cores: 8, ramMib: 16_384, instances: 4 },
    blockStorage: { gigabytes: 200, backupGigabytes: 0 },
    fees: { month: '1689.00' },
  },
  {
    id: 'vienna',
    // 4 × 20.00 + 8 × 20.00 + 40 × 0.50 + 500 × 0.15 + 10 × 0.15 = 80 + 160 + 20 + 75 + 1.50 = 336.50
    order: [
      ['univie.vcpu', 4],
      ['univie.ram', 8],
      ['univie.system-disk', 40],
      ['univie.data-disk', 500],
      ['univie.template', 10],
    ],
    compute: { cores: 4, ramMib: 8192, instances: 2 },
    blockStorage: { gigabytes: 540, backupGigabytes: 0 },
    fees: { year: '336.50', month: '1616.00' },
  },
  {
    id: 'northern-iowa',
    // 2 × 500 + 720 + 300 × 0.75 + 100 × 2.75 + 400 × 2.50 = 1000 + 720 + 225 + 275 + 1000 = 3220.00
    order: [
      ['uni.vm.tier3', 2],
      ['uni.vm.tier4', 1],
      ['uni.storage.tier1', 300],
      ['uni.storage.tier2', 100],
      ['uni.backup.disk', 400],
    ],
    compute: { cores: 8, ramMib: 24_576, instances: 3 },
    blockStorage: { gigabytes: 400, backupGigabytes: 400 },
    fees: { year: '3220.00', month: '1616.00' },
  },
  {
    id: 'berkeley',
    // The order that the page explains: 6.00 + 4.00 + 7 × 2.00 + 50 × 0.11 + 40 × 0.04 + 153.00
    //   = 6.00 + 4.00 + 14.00 + 5.50 + 1.60 + 153.00 = 184.10
    order: [
      ['ucb.vm.base', 1],
      ['ucb.vm.cpu', 1, '核'],
      ['ucb.vm.ram', 7, 'GB'],
      ['ucb.disk.performance', 50],
      ['ucb.disk.utility', 40],
      ['ucb.support.windows', 1],
    ],
    compute: { cores: 2, ramMib: 8192 },
    blockStorage: { gigabytes: 90, backupGigabytes: 0 },
    fees: { month: '1800.10' },
  },
  {
    id: 'cornell',
    // 5.50 + 15 × 0.03 + 50 × 0.02 = 5.50 + 0.45 + 1.00 = 6.95
    order: [
      ['cu.backup', 1],
      ['cu.backup.extra', 65],
    ],
    compute: { cores: 0 },
    blockStorage: { gigabytes: 0, backupGigabytes: 100 },
    fees: { month: '1622.95' },
  },
  {
    id: 'sharepoint',
    // 50 × 100 + 100 × 75 + 10 × 50 = 5000 + 7500 + 500 = 13000
    order: [['usask.sharepoint', 160]],
    compute: { cores: 0 },
    blockStorage: { gigabytes: 0, backupGigabytes: 0 },
    fees: { year: '13000.00', month: '1616.00' },
  },
]

/** The example with the list in its catalogue, and one system that orders across it instead of its servers and volumes. */
function ordered({ id, order }: Pick<List, 'id' | 'order'>) {
  const lines = (indent: string) =>
    order
      .map(([item, quantity, unit]) => {
        const measure = unit === undefined ? '' : `, unit: ${unit}`
        return `${indent}- { item: ${item}, quantity: ${quantity}${measure} }\n`
      })
      .join('')
  const own = / +- \{ item: ecs\.general\.8c16g, quantity: 2 \}\n( +)- \{ item: evs\.ssd, .*\n/g
  const list = `catalogue/services/${id}.yaml`
  const files = new Map([
    [list, readFileSync(join(folder, `${id}.yaml`), 'utf8')],
    [manifest, exampleText(manifest).replaceAll(own, (_, indent: string) => lines(indent))],
  ])
  const { model, findings } = loaded(files)
  const found = findings.filter(({ file }) => file === list || file === manifest)
  return { model, found: found.map(({ code, message }) => `${code} ${message.en}`) }
}

describe('a price list', () => {
  it.each(lists.map(list => [list.id, list] as const))('can be held and ordered from: %s', (_id, list) => {
    const { model, found } = ordered(list)
    expect(found).toEqual([])

    const internet = desiredState(model).zones.find(({ zone }) => zone.id === 'internet')
    const record = internet?.systems.find(system => system.address === address)
    expect(record?.quota.compute).toMatchObject(list.compute)
    expect(record?.quota.blockStorage).toMatchObject(list.blockStorage)

    const lines = model.systemByAddress.get(address)?.value.zones.internet?.services ?? []
    const pricing = { catalogue: model.catalogue, jurisdiction: 'xishuangbanna' }
    const { amounts, unpriced } = totalsOf(feesOn(pricing, lines, exampleDay))
    const figures = amounts.map(({ per, amount }) => [per, (Number(amount) / 10_000).toFixed(2)])
    expect(Object.fromEntries(figures)).toEqual(list.fees)
    expect(unpriced).toBe(list.unpriced ?? 0)
  })
})

describe('an order across a price list', () => {
  const without = (id: string, ...gone: readonly string[]) => {
    const order = lists.find(list => list.id === id)?.order ?? []
    return ordered({ id, order: order.filter(([item]) => !gone.includes(item)) }).found
  }

  it.each([
    ['saskatchewan', 'usask.vm', ['TY3117', 'TY3117', 'TY3117']],
    ['berkeley', 'ucb.vm.base', ['TY3117', 'TY3117', 'TY3117', 'TY3117', 'TY3117']],
    ['berkeley', 'ucb.disk.performance', ['TY3117']],
    ['berkeley', 'ucb.vm.cpu', []],
    ['cornell', 'cu.backup', ['TY3117']],
  ])('of %s without %s is refused for each option that goes with it', (id, gone, codes) => {
    expect(without(id, gone).map(found => found.slice(0, 6))).toEqual([...codes, ...codes].sort())
  })

  it('is refused with more support than servers', () => {
    const order: List['order'] = [
      ['ucb.vm.base', 1],
      ['ucb.disk.performance', 50],
      ['ucb.support.windows', 2],
    ]
    expect(ordered({ id: 'berkeley', order }).found.map(found => found.slice(0, 6))).toEqual([
      'TY3118',
      'TY3118',
    ])
  })
})
