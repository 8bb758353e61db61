import { describe, expect, test } from 'vitest'
import { modelOfStacks } from '../../lib/isolation/from-stack.ts'
import { breachesByStack } from '../../lib/plan-gate/index.ts'
import { believed, everyBelief, givenIn } from '../isolation/proof.ts'
import { edited, extranet, platform, soundStacks, system, unit } from '../stack-policy/edits.ts'
import { examplePlan, jobsIn } from '../stacks/plan.ts'
import { change, foundIn, history, modelWith } from './plans.ts'

const given = givenIn(jobsIn(examplePlan({ apis: ['compute', 'block-storage', 'network'] })))
const sound = soundStacks()
const other = 'system_extranet_xs_gaj_hukou'

type Edits = Readonly<Record<string, unknown>>

/** `<stack> <address>` of everything that is held against the stacks that are due. */
function against(
  changed: readonly (readonly [string, Edits])[],
  due: readonly string[],
  beliefs = everyBelief,
) {
  const stacks = new Map(sound.map(stack => [stack.name, stack]))
  for (const [stack, edits] of changed) stacks.set(stack, edited({ stack, edits }))
  const found = breachesByStack(modelOfStacks(stacks.values()), given, beliefs, new Set(due))
  return [...found].flatMap(([stack, all]) => all.map(({ address = '-' }) => `${stack} ${address}`)).sort()
}

const openRule = {
  'resource/openstack_networking_secgroup_rule_v2/new': {
    direction: 'ingress',
    ethertype: 'IPv4',
    remote_ip_prefix: '0.0.0.0/0',
    security_group_id: '${openstack_networking_secgroup_v2.firewall.id}',
    tenant_id: '${openstack_identity_project_v3.project.id}',
  },
}
const sendingRule = {
  'resource/openstack_networking_secgroup_rule_v2/new': {
    ...openRule['resource/openstack_networking_secgroup_rule_v2/new'],
    direction: 'egress',
  },
}
const opened = 'openstack_networking_secgroup_rule_v2.new'
const scope = 'openstack_networking_addressscope_v2.zone_ipv4'
const everything = sound.map(({ name }) => name)

describe('what the beliefs have against stacks that are due', () => {
  test('is nothing while every stack is as it was granted', () => {
    expect(against([], everything)).toEqual([])
  })

  test('stands with the stack that breaks one, and with no other', () => {
    expect(against([[other, openRule]], everything)).toEqual([`${other} ${opened}`])
    expect(against([[other, openRule]], [system, extranet])).toEqual([])
  })

  test('of a packet that two zones let pass stands with whichever side is due', () => {
    const both: readonly (readonly [string, Edits])[] = [
      [system, sendingRule],
      [extranet, openRule],
    ]
    const apart = [believed('zones-apart')]
    const sides = [`${extranet} ${opened}`, `${system} ${opened}`]
    expect(against(both, [system, extranet], apart)).toEqual(sides)
    expect(against(both, [system], apart)).toEqual(sides.slice(1))
    expect(against(both, [extranet], apart)).toEqual(sides.slice(0, 1))
  })

  test('of what a zone shares stands with the platform where that is due', () => {
    const edits = { 'resource/openstack_networking_addressscope_v2/zone_ipv4/shared': true }
    expect(against([[platform, edits]], everything)).toEqual([`${platform} ${scope}`])
  })

  test('of what the platform opens to a system stands with that system where the platform is not due', () => {
    const edits = {
      'resource/openstack_networking_rbac_policy_v2/new': {
        action: 'access_as_shared',
        object_type: 'network',
        object_id: '${openstack_networking_network_v2.egress.id}',
        target_tenant: '${data.openstack_identity_project_v3.shebao.id}',
      },
      'data/openstack_identity_project_v3/xs_rsj': { name: 'xs_rsj', is_domain: true },
      'data/openstack_identity_project_v3/shebao': {
        name: 'shebao',
        domain_id: '${data.openstack_identity_project_v3.xs_rsj.id}',
      },
    }
    const policy = `${platform} openstack_networking_rbac_policy_v2.new`
    expect(against([[platform, edits]], [platform, system])).toEqual([policy])
    expect(against([[platform, edits]], [system, extranet])).toEqual([`${system} -`])
  })

  test('is all against everything that is due where something cannot be read', () => {
    const edits = { 'resource/openstack_networking_network_v2/network/unheard_of': true }
    expect(against([[other, edits]], [system, unit])).toEqual([`${system} -`, `${unit} -`])
  })

  test('is nothing where only another jurisdiction believes what is broken', () => {
    const beliefs = (jurisdiction: string) => [believed('openings-granted', jurisdiction)]
    expect(against([[system, openRule]], [system], beliefs('elsewhere'))).toEqual([])
    expect(against([[system, openRule]], [system], beliefs('xs'))).toEqual([`${system} ${opened}`])
  })

  test('is told once of several beliefs, with the article that one of them has', () => {
    const kind = 'openings-granted'
    const beliefs = [believed(kind), believed(kind, 'xs', 'XS-36'), believed(kind, undefined, 'NW-9')]
    const stacks = sound.map(stack =>
      stack.name === system ? edited({ stack: system, edits: openRule }) : stack,
    )
    const found = breachesByStack(modelOfStacks(stacks), given, beliefs, new Set([system]))
    expect(found.get(system)?.map(({ address, article }) => [address, article])).toEqual([[opened, 'XS-36']])
  })
})

describe('the gate', () => {
  const model = modelWith(history())
  const breach = { address: opened, message: { zh: '越界', en: 'beyond' } }

  test('refuses a stack that breaks a belief, whatever its plan does', () => {
    expect(foundIn({ model, changes: [], breaches: [breach] })).toEqual([`TY6507 ${opened}`])
    const changes = [change('create', 'openstack_networking_network_v2.network')]
    expect(foundIn({ model, changes, breaches: [{ ...breach, address: undefined }] })).toEqual(['TY6507'])
  })

  test('has nothing against one that breaks none', () => {
    expect(foundIn({ model, changes: [], breaches: [] })).toEqual([])
  })
})
