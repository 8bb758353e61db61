import { describe, expect, it } from 'vitest'
import { stackOfPlan } from '../../lib/isolation/from-plan.ts'
import { modelOfStacks } from '../../lib/isolation/from-stack.ts'
import { apis, soundStacks, system } from '../stack-policy/edits.ts'
import { examplePlan, jobsIn } from '../stacks/plan.ts'
import type { Entry } from './api-answers.ts'
import { type Plan, planOf } from './plan-json.ts'
import { givenIn, proofOf, told } from './proof.ts'

const given = givenIn(jobsIn(examplePlan({ apis: [...apis] })))
const sound = soundStacks()

function proof(edit: (plan: Plan) => void = () => {}) {
  const stacks = sound.map(stack => {
    const plan = structuredClone(planOf(stack))
    if (stack.name === system) edit(plan)
    return stackOfPlan(stack.name, plan)
  })
  return proofOf(modelOfStacks(stacks), given)
}

function valuesOf({ planned_values: planned }: Plan, address: string): Entry {
  const found = planned.root_module.resources.find(resource => resource.address === address)
  if (typeof found?.values !== 'object' || found.values === null) throw new Error(`no ${address}`)
  Object.assign(found, { values: { ...found.values } })
  return Object(found.values)
}

function sets(address: string, change: Entry): (plan: Plan) => void {
  return plan => {
    Object.assign(valuesOf(plan, address), change)
  }
}

const counted = 'openstack_networking_router_v2.r[0]'
const ofModule = 'module.x.module.y.openstack_networking_router_v2.r'

function planned(address: string): Entry {
  return { address, type: 'openstack_networking_router_v2', values: {} }
}

function addsCounted({ planned_values: { root_module: root } }: Plan): void {
  root.resources.push(planned(counted))
}

/** Terraform tells what a module makes with the module, however deep. */
function addsModule({ planned_values: { root_module: root } }: Plan): void {
  const inner = { address: 'module.x.module.y', resources: [planned(ofModule)] }
  root.child_modules = [{ address: 'module.x', child_modules: [inner] }]
}

const network = 'openstack_networking_network_v2.network'
const router = 'openstack_networking_router_v2.router'
const rule = 'openstack_networking_secgroup_rule_v2.ingress_tcp_443-443_ipv4_0-0-0-0_0'

describe('the model of a plan', () => {
  it('is that of the stack, whatever the provider tells beside', () => {
    const { findings, beliefs } = proof()
    expect(told(findings)).toEqual([])
    expect(beliefs.map(({ subjects }) => subjects)).toEqual(
      proofOf(modelOfStacks(sound), given).beliefs.map(({ subjects }) => subjects),
    )
  })

  it.each([
    [
      'a network that the cloud keeps shared',
      sets(network, { shared: true }),
      [`TY5202 ${system} ${network}`],
    ],
    [
      'any field of the API',
      sets(network, { value_specs: { shared: 'true' } }),
      [`TY5201 ${system} ${network}`],
    ],
    ['a port that is opened beside', sets(rule, { port_range_max: 444 }), [`TY5212 ${system} ${rule}`]],
    [
      'a rule for every port',
      sets(rule, { port_range_min: 0, port_range_max: 0 }),
      [`TY5212 ${system} ${rule}`],
    ],
    ['a rule for another group', sets(rule, { remote_group_id: 'g' }), [`TY5201 ${system} ${rule}`]],
    ['what a module makes', addsModule, [`TY5201 ${system} openstack_networking_router_v2.${ofModule}`]],
    ['what is counted', addsCounted, [`TY5201 ${system} openstack_networking_router_v2.${counted}`]],
    ['the network of somebody else', sets(router, { external_gateway: 'x' }), []],
  ] as const)('shows %s', (_, edit, finds) => {
    expect([...new Set(told(proof(edit).findings))]).toEqual(finds)
  })
})
