import { expect, test } from 'vitest'
import { beyondAgreed } from '../../lib/approved-plan/index.ts'
import { Mark, type PlannedChange } from '../../lib/deliver/plan.ts'
import { change, systemStack as stack } from '../plan-gate/plans.ts'

const quota = 'openstack_compute_quotaset_v2.compute'
const network = 'openstack_networking_network_v2.network'
const cores = (before: number, after: number, address = quota) =>
  change('update', address, { before: { cores: before }, after: { cores: after } })
const made = (after: PlannedChange['after']) => change('create', network, { after })
const { unknown } = Mark

test.each<
  readonly [title: string, now: PlannedChange, agreed: PlannedChange | undefined, beyond: readonly string[]]
>([
  ['the same', cores(4, 8), cores(4, 8), []],
  ['another value', cores(4, 9), cores(4, 8), ['the value to come of cores was 8 and is 9']],
  ['another value that stands', cores(5, 8), cores(4, 8), ['the value that stands of cores was 4 and is 5']],
  ['what nobody agreed to', cores(4, 8), undefined, ['the change of it was not there when it was approved']],
  [
    'what is done otherwise',
    change('delete', network, { before: {} }),
    made({}),
    [
      'what is done to it was "create" and is "delete"',
      'the change of id was not there when it was approved',
    ],
  ],
  ['a value that is known by now', made({ id: 'n1' }), made({ id: unknown }), []],
  ['a value that is still not known', made({ id: unknown }), made({ id: unknown }), []],
  [
    'a value that is no longer known',
    made({ name: unknown }),
    made({ name: 'n' }),
    ['the value to come of name was "n" and is "(unknown)"'],
  ],
  [
    'a part of what is known by now',
    change('update', network, { before: { tags: { a: 'x' } }, after: { tags: { a: 'y' } } }),
    change('update', network, { before: { tags: { a: 'x' } }, after: { tags: unknown } }),
    [],
  ],
  [
    'a value beside one that was not known',
    change('update', network, { before: { tag: 'x', tags: 'x' }, after: { tag: 'y', tags: 'y' } }),
    change('update', network, { before: { tag: 'x', tags: 'x' }, after: { tag: unknown, tags: 'x' } }),
    ['the change of tags was not there when it was approved'],
  ],
  ['what exists already', change('import', network, { importId: 'n1' }), made({ name: 'n' }), []],
])('of what is planned again, %s', (_, now, agreed, beyond) => {
  const before = { changes: agreed === undefined ? [] : [agreed], drift: [] }
  const told = beyondAgreed(stack, before, { changes: [now], drift: [] })
  expect(told.map(({ message }) => message.en.replace(/ \{.*\}$/, ''))).toEqual(beyond)
})

test('what is already done is no matter', () => {
  const agreed = { changes: [cores(4, 8), made({})], drift: [] }
  expect(beyondAgreed(stack, agreed, { changes: [made({})], drift: [] })).toEqual([])
})
