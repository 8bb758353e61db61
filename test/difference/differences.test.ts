import { describe, expect, it, test } from 'vitest'
import { differenceKinds, differencesBetween } from '../../lib/difference/index.ts'
import { grantsOn, hasEnded } from '../../lib/entitlement/index.ts'
import { type Change, changedFiles } from '../check/rule-table.ts'
import { exampleDay, exampleText, loaded } from '../example-repository.ts'

const xueji = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
const address = 'ningwu/jiaoyuju/xueji-guanli'
const unit = 'tenants/ningwu/jiaoyuju/unit.yaml'
const compute = 'catalogue/services/compute.yaml'
const storage = 'catalogue/services/storage.yaml'
const ningwu = 'catalogue/jurisdictions/ningwu.yaml'
const platform = 'catalogue/platform.yaml'

/** Addresses of the systems to which an item is granted on the day. */
function paying(item: string): readonly string[] {
  const { model } = loaded()
  return model.systems
    .filter(system => !hasEnded(model, system))
    .filter(({ value }) =>
      [...grantsOn(value, exampleDay).values()].some(({ services }) =>
        services.some(line => line.item === item),
      ),
    )
    .map(({ address }) => address)
    .toSorted()
}

interface Row {
  readonly title: string
  readonly head: readonly Change[]
  /** Kinds with the subjects that they are told of, in order. */
  readonly tells: readonly (readonly [string, readonly string[]])[]
  /** What the messages have to name. */
  readonly names?: readonly string[]
  /** One of the messages, in Chinese. */
  readonly says?: string
}

const ningwuEvents = loaded().model.catalogue.jurisdictions.get('ningwu')?.value.lifecycle.events ?? {}

const rows: readonly Row[] = [
  {
    title: 'a larger quantity asked for',
    head: [
      [
        xueji,
        '- { item: evs.sas, quantity: 300 }\n      - { item: cbr.volume',
        '- { item: evs.sas, quantity: 400 }\n      - { item: cbr.volume',
      ],
    ],
    tells: [['request', [address]]],
    names: ['evs.sas', '300 → 400'],
    says: '政务外网区：高性能块存储（evs.sas） 300 → 400',
  },
  {
    title: 'an event more, by the name that the regulation gives it',
    head: [
      [xueji, exampleText(xueji), `${exampleText(xueji)}  - { event: change-submitted, on: 2026-11-20 }\n`],
    ],
    tells: [['event', [address]]],
    says: `2026-11-20 ${ningwuEvents['change-submitted']?.name}`,
  },
  {
    title: 'a fact of a system, by the name of its field',
    head: [[xueji, 'purpose: 内部管理', 'purpose: 政务服务']],
    tells: [['fact', [address]]],
    says: '用途（purpose）由“内部管理”改为“政务服务”',
  },
  {
    title: 'whom to call about a system, without a name or number',
    head: [[xueji, 'responsible: { name: 李静', 'responsible: { name: 李明']],
    tells: [['fact', [address]]],
    says: '“contacts.responsible.name”被改写',
  },
  {
    title: 'another network',
    head: [[xueji, '10.96.0.0/26', '10.96.1.0/26']],
    tells: [['network', [address]]],
    names: ['10.96.0.0/26 → 10.96.1.0/26'],
    says: '政务外网区：10.96.0.0/26 → 10.96.1.0/26',
  },
  {
    title: 'a port more, which stands at once where openings are inherited',
    head: [[xueji, 'ports: [22, 3306]', 'ports: [22, 3306, 6379]']],
    tells: [['opening', [address]]],
    names: ['6379'],
  },
  {
    title: 'a port less',
    head: [[xueji, 'ports: [22, 3306]', 'ports: [22]']],
    tells: [['opening', [address]]],
    names: ['3306'],
  },
  {
    title: 'a manifest that is gone',
    head: [[xueji, '', undefined]],
    tells: [
      ['system', [address]],
      ['fee', [address]],
    ],
  },
  {
    title: 'the category of a unit',
    head: [[unit, 'category: government-organ', 'category: party-organ']],
    tells: [['unit', ['ningwu/jiaoyuju']]],
    names: ['government-organ', 'party-organ'],
  },
  {
    title: 'whom to call in a unit, without a name or number',
    head: [[unit, /phone: [^,]+/.exec(exampleText(unit))?.[0] ?? '', 'phone: 0350-9999999']],
    tells: [['unit', ['ningwu/jiaoyuju']]],
    says: '信息化负责人（contacts.responsible.phone）被改写',
  },
  {
    title: 'a deadline of a regulation',
    head: [[ningwu, 'days: { working: 2 }', 'days: { working: 3 }']],
    tells: [['regulation', ['ningwu']]],
  },
  {
    title: 'a price, with the systems that pay it',
    head: [[storage, 'price: "0.44", per: month', 'price: "0.55", per: month']],
    tells: [
      ['fee', paying('evs.sas')],
      ['item', ['evs.sas']],
    ],
    names: ['0.44', '0.55'],
    says: '费用标准（versions[1].fee.price）由“0.44”改为“0.55”',
  },
  {
    title: 'a price, and not of the systems that are over',
    head: [[compute, 'price: "268.00", per: month', 'price: "269.00", per: month']],
    tells: [
      ['fee', paying('ecs.general.4c8g')],
      ['item', ['ecs.general.4c8g']],
    ],
  },
  {
    title: 'a label of an item',
    head: [[storage, 'en: Fast block storage', 'en: Faster block storage']],
    tells: [['item', ['evs.sas']]],
    names: ['Faster'],
  },
  {
    title: 'the cloud of a zone',
    head: [[platform, 'cloud: extranet', 'cloud: another']],
    tells: [['platform', ['platform']]],
    names: ['extranet', 'another'],
  },
]

describe('between two states of a repository', () => {
  const base = loaded().model

  it.each(rows.map(row => [row.title, row] as const))('%s is told, and nothing else', (_title, row) => {
    const found = differencesBetween({ before: base, after: loaded(changedFiles(row.head)).model })
    expect(
      found.map(({ kind, differences }) => [
        kind.id,
        [...new Set(differences.map(({ subject }) => subject))],
      ]),
    ).toEqual(row.tells)
    for (const language of ['zh', 'en'] as const) {
      const text = found
        .flatMap(({ differences }) => differences.map(({ message }) => message[language]))
        .join('\n')
      for (const name of row.names ?? []) expect(text).toContain(name)
    }
    const said = found.flatMap(({ differences }) => differences.map(({ message }) => message.zh))
    if (row.says !== undefined) expect(said).toContain(row.says)
  })

  it.each([
    ['a comment', [xueji, 'kind: System\n', 'kind: System # 系统\n']],
    ['an empty line', [xueji, '', `${exampleText(xueji)}\n`]],
    [
      'the order of two lines',
      [
        xueji,
        '- { item: evs.sas, quantity: 300 }\n      - { item: cbr.volume, quantity: 300 }',
        '- { item: cbr.volume, quantity: 300 }\n      - { item: evs.sas, quantity: 300 }',
      ],
    ],
    ['the other way to write a map', [unit, 'apiVersion: tenantry/v1', '"apiVersion": "tenantry/v1"']],
  ] as const satisfies readonly (readonly [string, Change])[])('%s is no difference', (_title, change) => {
    expect(differencesBetween({ before: base, after: loaded(changedFiles([change])).model })).toEqual([])
  })
})

describe('between two days', () => {
  test('what was granted in between is told, with what it costs', () => {
    const found = differencesBetween({ before: loaded(new Map(), '2023-01-01').model, after: loaded().model })
    const kinds = found.map(({ kind }) => kind.id)
    expect(kinds).toContain('grant')
    expect(kinds).toContain('fee')
    expect(kinds).not.toContain('event')
    expect(kinds).not.toContain('request')
  })

  test('what a system held is told to be gone on the day from which nothing can bring it back', () => {
    const on = (day: string) => loaded(new Map(), day).model
    const ended = 'datong/shichangju/chengxin-nianbao'
    const found = differencesBetween({ before: on('2026-03-05'), after: on('2026-03-06') })
    const told = found.map(({ kind, differences }) => [
      kind.id,
      differences.flatMap(({ subject, message }) => (subject === ended ? [message.zh] : [])),
    ])
    const { grant = [], fee = [], opening = [] } = Object.fromEntries(told)
    expect(grant).toContain('退出互联网区')
    expect(fee).toEqual(['每月 ¥1,922.00 → 无'])
    expect(opening).toContain('不再开放：互联网区入向（internet tcp 443）')
  })

  test('two days on which the same holds differ in nothing', () => {
    const on = (day: string) => loaded(new Map(), day).model
    expect(differencesBetween({ before: on('2026-11-22'), after: on('2026-11-23') })).toEqual([])
  })
})

test('every kind has a word of its own', () => {
  const ids = differenceKinds.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})
