import { describe, expect, it } from 'vitest'
import { addCloud } from '../../lib/isolation/from-cloud.ts'
import { stackOfPlan } from '../../lib/isolation/from-plan.ts'
import { modelOfStacks } from '../../lib/isolation/from-stack.ts'
import { sharedReader } from '../../lib/isolation/group-rules.ts'
import { emptyDraft, type IsolationModel } from '../../lib/isolation/model.ts'
import { proveStack } from '../../lib/stack-policy/index.ts'
import { apis, edited, extranet, soundStacks, system } from '../stack-policy/edits.ts'
import { examplePlan, jobsIn } from '../stacks/plan.ts'
import { type Answers, type Entry, soundAnswers } from './api-answers.ts'
import { planOf } from './plan-json.ts'
import { givenIn, proofOf, toldBy } from './proof.ts'

type Edits = Readonly<Record<string, unknown>>

/** Something that has joined what was to stay apart on somebody's cloud, and where it is caught. */
interface Pitfall {
  readonly title: string
  /** Planted into a stack: what the policy for stacks finds, and what the proof finds of the stack and of its plan. */
  readonly synth?: {
    readonly stack?: string
    readonly edits: Edits
    readonly policy?: string
    readonly proof?: string
    /** The provider tells more in a plan than was written, and some of it is neutral there. */
    readonly planned?: false
  }
  /** Planted into a cloud: what the proof finds there. */
  readonly live?: { readonly listing: string; readonly entry: Entry; readonly finds: string }
}

const own = '${openstack_identity_project_v3.project.id}'
const network = '${openstack_networking_network_v2.network.id}'
const router = '${openstack_networking_router_v2.router.id}'
const domain = 'domain xs_rsj'
const project = `project ${domain} shebao`
const other = 'project domain xs_gaj hukou'
const place = 'resource/openstack_networking_network_v2/network'

const policy = (attributes: Entry): Edits => ({
  'resource/openstack_networking_rbac_policy_v2/new': {
    action: 'access_as_shared',
    object_type: 'network',
    object_id: network,
    target_tenant: '*',
    ...attributes,
  },
})

const opens = (attributes: Entry): Entry => ({
  object_type: 'network',
  object_id: `network ${project} shebao`,
  ...attributes,
})

const port = (attributes: Entry): Entry => ({ project_id: project, device_id: 'server', ...attributes })

const rule = (attributes: Entry): Entry => ({
  id: 'rule',
  direction: 'egress',
  ethertype: 'IPv4',
  protocol: null,
  port_range_min: null,
  port_range_max: null,
  remote_ip_prefix: null,
  remote_group_id: null,
  ...attributes,
})

const group = (name: string): Entry => ({ name, project_id: project, security_group_rules: [rule({})] })
const somebody = { id: 'u', name: 'u', domain: { id: 'default', name: 'Default' } }
const operators = { id: 'g', name: 'operators', domain: { id: domain, name: 'xs_rsj' } }

const pitfalls: readonly Pitfall[] = [
  {
    title: 'a network with the flag `shared` is open to every project',
    synth: { edits: { [`${place}/shared`]: true }, policy: 'TY5008', proof: 'TY5202' },
    live: { listing: 'networks', entry: { project_id: project, shared: true }, finds: 'TY5202' },
  },
  {
    title: 'a policy for `*` is open to every project',
    synth: { edits: policy({}), policy: 'TY5010', proof: 'TY5202' },
    live: {
      listing: 'policies',
      entry: opens({ action: 'access_as_shared', target_tenant: '*' }),
      finds: 'TY5202',
    },
  },
  {
    title: 'an external network makes a policy for everybody by itself',
    synth: { edits: { [`${place}/external`]: true }, policy: 'TY5009', proof: 'TY5202' },
    live: {
      listing: 'policies',
      entry: opens({ action: 'access_as_external', target_tenant: '*' }),
      finds: 'TY5202',
    },
  },
  {
    title: 'a member shares the own network behind the tool',
    synth: {
      edits: { 'resource/openstack_networking_quota_v2/network/rbac_policy': undefined },
      policy: 'TY5011',
    },
    live: {
      listing: 'policies',
      entry: opens({ action: 'access_as_shared', target_tenant: other }),
      finds: 'TY5202',
    },
  },
  {
    title: 'who may use a shared network plugs in a port there, and forwards',
    synth: { edits: policy({ target_tenant: own }), policy: 'TY5010' },
    live: {
      listing: 'policies',
      entry: opens({ action: 'access_as_shared', target_project: other }),
      finds: 'TY5202',
    },
  },
  {
    title: 'a port that says it is a device of the network is trusted',
    synth: {
      edits: { 'resource/openstack_networking_port_v2/p': { tenant_id: own, device_owner: 'network:dhcp' } },
      policy: 'TY5002',
      proof: 'TY5214',
    },
    live: { listing: 'ports', entry: port({ device_owner: 'network:dhcp' }), finds: 'TY5214' },
  },
  {
    title: 'a group is born with rules that let everything out',
    synth: {
      edits: { 'resource/openstack_networking_secgroup_v2/firewall/delete_default_rules': undefined },
      policy: 'TY5015',
      proof: 'TY5212',
    },
    live: { listing: 'groups', entry: group('mine'), finds: 'TY5212' },
  },
  {
    title: 'every project has a group `default` that nothing declares',
    live: { listing: 'groups', entry: group('default'), finds: 'TY5212' },
  },
  {
    title: 'without port security no rule holds',
    synth: {
      edits: { [`${place}/port_security_enabled`]: false },
      policy: 'TY5015',
      proof: 'TY5214',
    },
    live: { listing: 'ports', entry: port({ port_security_enabled: false }), finds: 'TY5214' },
  },
  {
    title: 'address pairs let a server send from any address',
    synth: {
      edits: {
        'resource/openstack_networking_port_v2/p': {
          tenant_id: own,
          allowed_address_pairs: [{ ip_address: '0.0.0.0/1' }],
        },
      },
      policy: 'TY5002',
      proof: 'TY5214',
    },
    live: {
      listing: 'ports',
      entry: port({ allowed_address_pairs: [{ ip_address: '10.0.0.0/8' }] }),
      finds: 'TY5214',
    },
  },
  {
    title: '`value_specs` sets any field of the API',
    synth: { edits: { [`${place}/value_specs`]: { shared: 'true' } }, policy: 'TY5004', proof: 'TY5201' },
  },
  {
    title: 'without an owner a resource lands with the administrator',
    synth: { edits: { [`${place}/tenant_id`]: undefined }, policy: 'TY5007', proof: 'TY5201' },
    live: {
      listing: 'subnets',
      entry: { project_id: 'admin', network_id: `network ${project} shebao`, cidr: '10.0.0.0/8' },
      finds: 'TY5202',
    },
  },
  {
    title: 'projects may have the same addresses, until something joins them',
    live: {
      listing: 'subnets',
      entry: { project_id: project, network_id: `network ${project} shebao`, cidr: '10.64.9.0/26' },
      finds: 'TY5216',
    },
  },
  {
    title: 'a subnet outside of the pools is held by no address scope',
    synth: {
      edits: { 'resource/openstack_networking_subnet_v2/subnet_ipv4/subnetpool_id': undefined },
      proof: 'TY5216',
    },
    live: {
      listing: 'subnets',
      entry: { project_id: project, network_id: `network ${project} shebao`, cidr: '10.64.0.0/27' },
      finds: 'TY5216',
    },
  },
  {
    title: 'an address scope or a pool that is shared is everybody’s',
    synth: {
      stack: 'platform_internet',
      edits: { 'resource/openstack_networking_addressscope_v2/zone_ipv4/shared': true },
      policy: 'TY5008',
      proof: 'TY5202',
    },
    live: { listing: 'subnetPools', entry: { project_id: project, shared: true }, finds: 'TY5202' },
  },
  {
    title: 'routes of routers and subnets lead past what joins networks',
    synth: {
      edits: {
        'resource/openstack_networking_router_route_v2/r': {
          router_id: router,
          destination_cidr: '10.0.0.0/8',
          next_hop: '10.64.0.9',
        },
      },
      policy: 'TY5002',
      proof: 'TY5215',
    },
    live: {
      listing: 'routers',
      entry: { project_id: project, routes: [{ destination: '10.0.0.0/8', nexthop: '10.64.0.9' }] },
      finds: 'TY5215',
    },
  },
  {
    title: 'an uplink may lead into any network that is external to somebody',
    synth: {
      edits: { 'resource/openstack_networking_router_v2/router/external_network_id': 'f00' },
      proof: 'TY5213',
    },
    live: {
      listing: 'routers',
      entry: { project_id: project, external_gateway_info: { network_id: 'somebody’s' } },
      finds: 'TY5213',
    },
  },
  {
    title: 'a quota that is not written keeps any value, and -1 is none',
    synth: { edits: { 'resource/openstack_networking_quota_v2/network/router': -1 }, policy: 'TY5011' },
  },
  {
    title: 'a resource beside the list of types does what nobody reviewed',
    synth: {
      edits: { 'resource/openstack_networking_port_secgroup_associate_v2/a': { port_id: 'f00' } },
      policy: 'TY5002',
      proof: 'TY5201',
    },
  },
  {
    title: 'readers may write tags, so that a tag proves nothing',
    synth: { edits: { [`${place}/tags`]: ['ours'] }, policy: 'TY5004', proof: 'TY5201', planned: false },
  },
  {
    title: '`admin` of any project administers the whole cloud',
    synth: {
      edits: {
        'data/openstack_identity_role_v3/admin': { name: 'admin' },
        'resource/openstack_identity_role_assignment_v3/new': {
          project_id: own,
          group_id: '${data.openstack_identity_group_v3.operators.id}',
          role_id: '${data.openstack_identity_role_v3.admin.id}',
        },
      },
      policy: 'TY5012',
      proof: 'TY5217',
    },
    live: {
      listing: 'assignments',
      entry: { role: { name: 'admin' }, user: somebody, scope: { project: { id: project } } },
      finds: 'TY5217',
    },
  },
  {
    title: 'a role on a domain may be inherited by every project in it',
    synth: {
      stack: 'unit_internet_xs_rsj',
      edits: {
        'resource/openstack_identity_inherit_role_assignment_v3/new': {
          domain_id: '${openstack_identity_project_v3.domain.id}',
          group_id: '${openstack_identity_group_v3.operators.id}',
          role_id: '${data.openstack_identity_role_v3.reader.id}',
        },
      },
      policy: 'TY5002',
      proof: 'TY5217',
    },
    live: {
      listing: 'assignments',
      entry: {
        role: { name: 'reader' },
        group: operators,
        scope: { domain: { id: domain }, 'OS-INHERIT:inherited_to': 'projects' },
      },
      finds: 'TY5217',
    },
  },
  {
    title: 'an application credential without limits makes more of its kind',
    synth: {
      edits: { 'resource/openstack_identity_application_credential_v3/c': { name: 'c', unrestricted: true } },
      policy: 'TY5002',
      proof: 'TY5218',
    },
    live: {
      listing: 'applicationCredentials',
      entry: { project_id: project, unrestricted: true, expires_at: null },
      finds: 'TY5218',
    },
  },
  {
    title: 'an EC2 key lets in whoever lost the role',
    synth: {
      edits: { 'resource/openstack_identity_ec2_credential_v3/k': { project_id: own } },
      policy: 'TY5002',
      proof: 'TY5218',
    },
    live: { listing: 'ec2Keys', entry: { project_id: project, user_id: 'u' }, finds: 'TY5218' },
  },
  {
    title: 'the secret of a credential that a stack makes lies in its state',
    synth: {
      stack: extranet,
      edits: { 'resource/openstack_identity_application_credential_v3/c': { name: 'c', secret: 's' } },
      policy: 'TY5002',
      proof: 'TY5218',
    },
  },
]

const sound = soundStacks()
const given = givenIn(jobsIn(examplePlan({ apis: [...apis] })))

function codesOf(model: IsolationModel): readonly string[] {
  return proofOf(model, given).findings.map(({ code }) => code)
}

function cloudsWith({ listing, entry }: NonNullable<Pitfall['live']>): IsolationModel {
  const draft = emptyDraft()
  const read = sharedReader()
  for (const [cloud, answers] of soundAnswers(sound)) {
    const [name = ''] = cloud.split('/')
    const entries = [...(answers[listing] ?? []), { id: 'new', ...entry }]
    const told: Answers = name === 'internet' ? { ...answers, [listing]: entries } : answers
    addCloud(draft, { name, cloud, byListing: toldBy(told) }, read)
  }
  return draft
}

describe('the pitfalls of isolation on OpenStack', () => {
  it('are twenty-five, and each is planted at a level', () => {
    expect(pitfalls).toHaveLength(25)
    expect(pitfalls.filter(({ synth, live }) => synth === undefined && live === undefined)).toEqual([])
  })

  const written = pitfalls.flatMap(({ title, synth }) =>
    synth === undefined ? [] : [[title, synth] as const],
  )

  it.each(written)(
    'no stack may have it: %s',
    (_, { stack = system, edits, policy: code, proof, planned }) => {
      const changed = edited({ stack, edits })
      const others = sound.filter(({ name }) => name !== stack)
      if (code !== undefined) expect(proveStack(changed).map(finding => finding.code)).toContain(code)
      if (proof === undefined) return
      expect(codesOf(modelOfStacks([...others, changed]))).toContain(proof)
      const plan = stackOfPlan(stack, planOf(changed))
      if (planned !== false) expect(codesOf(modelOfStacks([...others, plan]))).toContain(proof)
    },
  )

  const planted = pitfalls.flatMap(({ title, live }) => (live === undefined ? [] : [[title, live] as const]))

  it.each(planted)('no cloud may have it: %s', (_, live) => {
    expect(codesOf(cloudsWith(live))).toContain(live.finds)
  })
})
