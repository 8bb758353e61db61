import { describe, expect, test } from 'vitest'
import { newStackPlan } from '../../../lib/deliver/new-stack-plan.ts'
import { stackHistoryOf } from '../../../lib/plan-gate/index.ts'
import { mostRemovalsOf } from '../../../scripts/terminal/run-request.ts'
import { openGate, removalPlan } from '../../../scripts/terraform/gate.ts'
import { writtenOn } from '../../../stacks/written-on.ts'
import { history, modelWith, stackNamed, systemStack, unitStack } from '../../plan-gate/plans.ts'

const model = modelWith(history())
const system = stackNamed(systemStack)
const unit = stackNamed(unitStack)
const going = (...addresses: readonly string[]) => ({
  plan: removalPlan(
    addresses.map(address => ({ address, type: address.split('.')[0] ?? '', attributes: {} })),
  ),
  configuration: {},
})

const router = 'openstack_networking_router_v2.router'
const network = 'openstack_networking_network_v2.network'
const rule = 'openstack_networking_secgroup_rule_v2.r'
const domain = 'openstack_identity_project_v3.domain'

function gate(mostRemovals: number) {
  return openGate({ historyOf: stack => stackHistoryOf(model, stack, writtenOn), mostRemovals })
}

describe('the gate of a run', () => {
  test('names the first rule that a plan does not stand, with all that was found', () => {
    const failure = gate(0)(system, going(router, network, rule))
    expect(failure).toMatchObject({ code: 'TY6502', stack: systemStack, address: router })
    expect(failure?.findings?.map(({ code }) => code)).toEqual(['TY6502', 'TY6502', 'TY6503'])
  })

  test('lets a stack go whose systems have come to their end', () => {
    expect(gate(2)(system, { ...going(router, network, rule), ends: true })).toBeUndefined()
  })

  test('counts what all stacks of a run remove, each once however often it is asked about', () => {
    const judge = gate(2)
    expect(judge(system, { ...going(router, network), ends: true })).toBeUndefined()
    expect(judge(system, { ...going(router, network), ends: true })).toBeUndefined()
    expect(judge(unit, { ...going(domain), ends: true })?.code).toBe('TY6503')
  })

  test('goes on to count what a stack removed before it was planned again', () => {
    const judge = gate(2)
    expect(judge(system, { ...going(router, network), ends: true })).toBeUndefined()
    expect(judge(system, { ...going(router), ends: true })).toBeUndefined()
    expect(judge(unit, { ...going(domain), ends: true })?.code).toBe('TY6503')
  })

  test('counts nothing of a stack that it refuses', () => {
    const judge = gate(1)
    expect(judge(system, { ...going(router, network), ends: true })?.code).toBe('TY6503')
    expect(judge(unit, { ...going(domain), ends: true })).toBeUndefined()
  })

  test('has nothing against a stack that is new', () => {
    const configuration = writtenOn(model, system, model.asOf)
    expect(gate(0)(system, { plan: newStackPlan(configuration), configuration })).toBeUndefined()
  })
})

describe('--most-removals', () => {
  test.each([
    [undefined, undefined],
    ['0', 0],
    ['100000', 100_000],
  ])('%j is taken', (given, count) => {
    expect(mostRemovalsOf({ mostRemovals: given })).toBe(count)
  })

  test.each(['', '-1', '1.5', '100001', 'all', '1e3'])('%j is refused', given => {
    expect(() => mostRemovalsOf({ mostRemovals: given })).toThrow('--most-removals')
  })
})
