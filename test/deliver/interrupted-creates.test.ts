import { describe, expect, test } from 'vitest'
import { eventsOf } from '../../lib/deliver/events.ts'
import {
  createsLeftOpen,
  interruptedCreatesOf,
  interruptedCreatesText,
  managedObject,
  sortFoundCreates,
  stillInterrupted,
} from '../../lib/deliver/interrupted-creates.ts'

const type = 'openstack_networking_network_v2'
const address = (name: string) => `${type}.${name}`
const line = (event: object) => JSON.stringify({ '@level': 'info', ...event })
const hook = (event: string, name: string, action = 'create') =>
  line({
    type: event,
    hook: { resource: { addr: address(name) }, action },
  })
const refused = (name: string, summary: string) =>
  line({
    type: 'diagnostic',
    diagnostic: { severity: 'error', summary, detail: '', address: address(name) },
  })

describe('after a run that broke off', () => {
  const open = (lines: readonly string[], inState: readonly string[] = []) => [
    ...createsLeftOpen(eventsOf(lines.join('\n')), new Set(inState.map(address))),
  ]

  test('a create that was begun is open until the state has it', () => {
    const log = [
      hook('apply_start', 'a'),
      hook('apply_start', 'b'),
      hook('apply_complete', 'a'),
      hook('apply_start', 'c', 'update'),
      hook('apply_start', 'd', 'delete'),
    ]
    expect(open(log, ['a'])).toEqual([address('b')])
    expect(open(log)).toEqual([address('a'), address('b')])
  })

  test('what the cloud called another’s is not, and what it did not answer for is', () => {
    const log = [
      hook('apply_start', 'a'),
      hook('apply_errored', 'a'),
      refused('a', 'but got 409 instead: Conflict occurred'),
      hook('apply_start', 'b'),
      hook('apply_errored', 'b'),
      refused('b', 'but got 504 instead'),
    ]
    expect(open(log)).toEqual([address('b')])
  })
})

const configurationOf = (...names: readonly string[]) => ({
  resource: { [type]: Object.fromEntries(names.map(name => [name, { name }])) },
})

describe('interrupted creates', () => {
  const first = { configuration: configurationOf('a', 'b'), addresses: [address('a'), address('b')] }
  const second = { configuration: configurationOf('c'), addresses: [address('c')] }

  test('are kept with the configuration of their run until the state knows them', () => {
    expect(stillInterrupted([first, second], new Set())).toEqual([first, second])
    expect(stillInterrupted([first, second], new Set([address('a'), address('c')]))).toEqual([
      { ...first, addresses: [address('b')] },
    ])
  })

  test('of two runs of one configuration are told as one', () => {
    const again = { configuration: configurationOf('a', 'b'), addresses: [address('b')] }
    expect(stillInterrupted([first, again], new Set())).toEqual([first])
  })

  test('are read as they are written', () => {
    expect(interruptedCreatesOf(JSON.parse(interruptedCreatesText([first, second])))).toEqual([first, second])
  })

  test('that an earlier version wrote are read too, and nothing is read from anything else', () => {
    expect(interruptedCreatesOf({ version: 2, doubts: [first, second] })).toEqual([first, second])
    for (const other of [undefined, null, 'x', {}, { doubts: [{ addresses: 'a' }, 3] }])
      expect(interruptedCreatesOf(other)).toEqual([])
  })
})

describe('of what the cloud turned out to have', () => {
  const object = (name: string, importId: string) => ({
    address: address(name),
    importId,
    configuration: configurationOf(name),
  })
  const none = new Set<string>()

  test('what is still asked for is kept, and what is not is dropped', () => {
    const found = [object('a', '1'), object('b', '2')]
    const { kept, dropped } = sortFoundCreates(found, configurationOf('a'), none)
    expect([kept, dropped]).toEqual([[found[0]], [found[1]]])
    expect(sortFoundCreates(found, undefined, none).dropped).toEqual(found)
  })

  test('one address takes up one object', () => {
    const { kept } = sortFoundCreates([object('a', '1'), object('a', '2')], configurationOf('a'), none)
    expect(kept.map(({ importId }) => importId)).toEqual(['1'])
  })

  test('no object is dropped that is kept under another address, or is in the state', () => {
    const found = [object('old', '1'), object('new', '1'), object('other', '2')]
    const { kept, dropped } = sortFoundCreates(
      found,
      configurationOf('new'),
      new Set([managedObject(type, '2')]),
    )
    expect([kept, dropped]).toEqual([[found[1]], []])
  })
})
