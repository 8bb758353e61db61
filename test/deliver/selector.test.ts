import { describe, expect, test } from 'vitest'
import { selectStacks } from '../../lib/deliver/selector.ts'
import { type DeliveryStack, inReverse, interleaved, withFoundations } from '../../lib/deliver/stack.ts'

const stacks: readonly DeliveryStack[] = ['internet', 'extranet'].flatMap(zone => [
  { name: `platform_${zone}`, kind: 'platform', zone, after: [] },
  ...['ningwu/jiaoyuju', 'datong/yingjiju'].map((address): DeliveryStack => {
    return { name: `unit_${zone}_${address.replace('/', '_')}`, kind: 'unit', zone, address, after: [] }
  }),
  ...['ningwu/jiaoyuju/xueji', 'ningwu/jiaoyuju/zhaosheng', 'datong/yingjiju/zhihui'].map(
    (address): DeliveryStack => {
      const [jurisdiction, unit] = address.split('/')
      return {
        name: `system_${zone}_${address.replaceAll('/', '_')}`,
        kind: 'system',
        zone,
        address,
        after: [`platform_${zone}`, `unit_${zone}_${jurisdiction}_${unit}`],
      }
    },
  ),
])

const names = (...selectors: string[]) => selectStacks(stacks, selectors).stacks.map(({ name }) => name)

describe('a selector', () => {
  test.each([
    ['*', 12],
    ['platform', 2],
    ['platform:internet', 1],
    ['platform@extranet', 1],
    ['zone:internet', 6],
    ['zone:*net', 12],
    ['ningwu', 6],
    ['ningwu/jiaoyuju', 6],
    ['ningwu/jiaoyuju/xueji', 2],
    ['ningwu/jiaoyuju/xueji@internet', 1],
    ['*/*/z*', 4],
    ['unit:*', 4],
    ['unit:ningwu/jiaoyuju', 2],
    ['system:ningwu', 4],
    ['system:*/*/xueji@*', 2],
    ['system_internet_*', 3],
    ['unit_internet_ningwu_jiaoyuju', 1],
  ])('%s names %d stacks', (selector, count) => {
    expect(names(selector)).toHaveLength(count)
  })

  test('adds to the others, and every stack comes once and in its place', () => {
    expect(names('ningwu/jiaoyuju/xueji', 'platform', 'zone:internet')).toEqual(
      stacks
        .filter(({ zone, kind, name }) => zone === 'internet' || kind === 'platform' || /_xueji$/.test(name))
        .map(({ name }) => name),
    )
  })

  test.each(['', 'a b', '../x', 'zone:a/b', 'unit:a/b/c', 'a/b/c/d', 'ningwu/', 'NINGWU', '@internet', 'x@'])(
    '%j is malformed',
    selector => {
      const { stacks: none, problems } = selectStacks(stacks, ['platform', selector])
      expect(none).toEqual([])
      expect(problems.map(({ code }) => code)).toEqual(['TY6101'])
    },
  )

  test.each([
    ['ningwu/jiaoyuj', 'ningwu/jiaoyuju'],
    ['platfrom', 'platform'],
    ['zone:internt', 'zone:internet'],
    ['unit:ningwu/jiaoyujv', 'unit:ningwu/jiaoyuju'],
    ['system_internet_ningwu_jiaoyuju_xuej', 'system_internet_ningwu_jiaoyuju_xueji'],
  ])('%s selects nothing, and is told from %s', (selector, meant) => {
    const [problem] = selectStacks(stacks, [selector]).problems
    expect(problem?.code).toBe('TY6102')
    expect(problem?.message.en).toContain(`did you mean ${meant}?`)
    expect(problem?.message.zh).toContain(meant)
  })

  test('without any, all stacks are meant', () => {
    expect(selectStacks(stacks, []).stacks).toBe(stacks)
  })
})

test('a system brings the platform of its zone and its unit with it, and nothing else', () => {
  const { stacks: chosen } = selectStacks(stacks, ['ningwu/jiaoyuju/xueji@internet'])
  expect(withFoundations(chosen, stacks).map(({ name }) => name)).toEqual([
    'platform_internet',
    'unit_internet_ningwu_jiaoyuju',
    'system_internet_ningwu_jiaoyuju_xueji',
  ])
})

test('zones take turns, each in its own order', () => {
  const order = interleaved(stacks.filter(({ name }) => name !== 'platform_extranet'))
  expect(order.map(({ zone }) => zone).slice(0, 4)).toEqual(['internet', 'extranet', 'internet', 'extranet'])
  for (const zone of ['internet', 'extranet'])
    expect(order.filter(stack => stack.zone === zone)).toEqual(
      stacks.filter(stack => stack.zone === zone && stack.name !== 'platform_extranet'),
    )
  expect(interleaved([])).toEqual([])
})

test('taken away, a stack comes after those that stand on it, and on nothing else', () => {
  const gone = inReverse(stacks.filter(({ address = '' }) => !address.startsWith('datong')))
  const place = new Map(gone.map(({ name }, index) => [name, index]))
  for (const { name, after } of stacks.filter(({ name }) => place.has(name)))
    for (const foundation of after)
      expect(place.get(foundation), name).toBeGreaterThan(place.get(name) ?? Number.POSITIVE_INFINITY)
  expect(gone.find(({ name }) => name === 'platform_internet')?.after).toEqual([
    'system_internet_ningwu_jiaoyuju_xueji',
    'system_internet_ningwu_jiaoyuju_zhaosheng',
  ])
  expect(gone.find(({ name }) => name === 'system_internet_ningwu_jiaoyuju_xueji')?.after).toEqual([])
})
