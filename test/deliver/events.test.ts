import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventOf, eventsOf } from '../../lib/deliver/events.ts'
import { newStackPlan } from '../../lib/deliver/new-stack-plan.ts'
import { planOf } from '../../lib/deliver/plan.ts'
import { changesOfEvents, changesOfPlan, isEmpty, summarise } from '../../lib/deliver/resource-changes.ts'
import { retrySet } from '../../lib/deliver/run.ts'
import { addressesOf } from '../../lib/deliver/state.ts'

const type = 'openstack_networking_network_v2'
const resource = (name: string) => ({ addr: `${type}.${name}`, resource_type: type, resource_name: name })
const line = (event: object) => JSON.stringify({ '@level': 'info', ...event })
const planned = (name: string, action: string) =>
  line({ type: 'planned_change', change: { resource: resource(name), action } })
const hook = (event: string, name: string, action = 'create') =>
  line({
    type: event,
    hook: { resource: resource(name), action, id_key: 'id', id_value: `id-${name}` },
  })

describe('a log of terraform', () => {
  test('is read line by line, and what is no event is passed over', () => {
    const log = [
      line({ type: 'version', terraform: '1.11.4' }),
      planned('a', 'create'),
      'panic: something',
      hook('apply_start', 'a'),
      hook('apply_complete', 'a'),
      '{"type":"apply_start","hook":{"res',
    ].join('\n')
    expect(eventsOf(log)).toEqual([
      { kind: 'planned', address: `${type}.a`, type, action: 'create' },
      { kind: 'started', address: `${type}.a`, action: 'create' },
      { kind: 'completed', address: `${type}.a`, action: 'create' },
    ])
  })

  test('never breaks the reader', () => {
    fc.assert(fc.property(fc.string(), text => void eventOf(text)))
    fc.assert(fc.property(fc.json(), text => void eventOf(text)))
  })

  test('counts changes by action and type, without what is only in the state', () => {
    const events = eventsOf(
      [planned('a', 'create'), planned('b', 'replace'), planned('c', 'delete'), planned('d', 'no-op')].join(
        '\n',
      ),
    )
    const note = { address: 'terraform_data.x', type: 'terraform_data', action: 'create' } as const
    expect(summarise([...changesOfEvents(events), note])).toEqual({
      create: 1,
      update: 0,
      delete: 1,
      replace: 1,
      import: 0,
      byType: { [type]: { create: 1, delete: 1, replace: 1 } },
      removed: [`${type}.b`, `${type}.c`],
    })
    expect(isEmpty(summarise([note]))).toBe(true)
  })
})

describe('a plan in JSON', () => {
  const change = (address: string, actions: readonly string[], rest: object = {}) => ({
    address,
    type,
    mode: 'managed',
    change: { actions, ...rest },
  })

  test('tells creations, changes, replacements in either order, removals and imports apart', () => {
    const plan = planOf(
      JSON.stringify({
        format_version: '1.2',
        resource_changes: [
          change('a', ['create']),
          change('b', ['update']),
          change('c', ['delete', 'create']),
          change('d', ['create', 'delete']),
          change('e', ['delete']),
          change('f', ['no-op'], { importing: { id: 'x' } }),
          change('g', ['no-op']),
          { ...change('h', ['read']), mode: 'data' },
        ],
      }),
    )
    expect(changesOfPlan(plan).map(({ action }) => action)).toEqual([
      'create',
      'update',
      'replace',
      'replace',
      'delete',
      'import',
      'no-op',
    ])
  })

  test('is taken from the configuration where nothing stands yet', () => {
    const configuration = { resource: { [type]: { a: {}, b: {} } }, data: { x: { y: {} } } }
    expect(summarise(changesOfPlan(newStackPlan(configuration))).create).toBe(2)
    expect(changesOfPlan(newStackPlan(undefined))).toEqual([])
  })
})

test('a state lists its managed resources', () => {
  const state = {
    resources: [
      { mode: 'managed', type, name: 'a', instances: [{ attributes: { id: '1' } }] },
      { mode: 'managed', type, name: 'gone', instances: [] },
      { mode: 'data', type, name: 'looked-up', instances: [{ attributes: { id: '2' } }] },
    ],
  }
  expect([...addressesOf(state)]).toEqual([`${type}.a`])
  expect([...addressesOf(undefined)]).toEqual([])
})

describe('what is left to retry', () => {
  const stacks = ['applied', 'unchanged', 'failed', 'skipped', 'pending', 'running', 'interrupted'].map(
    status => ({
      stack: status,
      status,
    }),
  )

  test('is all that an apply did not bring to its end', () => {
    expect([...(retrySet({ command: 'apply', stacks }) ?? [])]).toEqual([
      'failed',
      'skipped',
      'pending',
      'running',
      'interrupted',
    ])
  })

  test('is not to be had from anything else', () => {
    expect(retrySet({ command: 'plan', stacks })).toBeUndefined()
    expect(retrySet(undefined)).toBeUndefined()
  })
})
