import { App } from 'cdktf'
import { describe, expect, it } from 'vitest'
import {
  proveNames,
  proveStack,
  type SynthesisedStack,
  stackPolicyCodes,
} from '../../lib/stack-policy/index.ts'
import { assemble } from '../../stacks/assemble.ts'
import { stackOf } from '../../stacks/job.ts'
import { examplePlan, jobNamed, jobsIn } from '../stacks/plan.ts'

const apis = ['compute', 'block-storage', 'network', 'load-balancer', 'dns', 'object-storage'] as const
const plan = examplePlan({ apis: [...apis] })

const system = 'system_internet_xs_rsj_shebao'
const extranet = 'system_extranet_xs_rsj_shebao'
const platform = 'platform_internet'

function stackNamed(name: string): SynthesisedStack {
  const job = jobNamed(name, plan)
  return { ...assemble(stackOf(new App(), job)), zoneClass: job.zone.class }
}

/** A fault, planted into a sound stack: the value at a path, or what a function makes of the stack. */
interface Mutation {
  readonly fault: string
  readonly code: keyof typeof stackPolicyCodes
  readonly stack?: string
  readonly at?: readonly string[]
  readonly value?: unknown
}

const resource = (type: string, name: string, ...rest: string[]) => [
  'resource',
  `openstack_${type}`,
  name,
  ...rest,
]
const project = '${openstack_identity_project_v3.project.id}'

const mutations: readonly Mutation[] = [
  { fault: 'a module', code: 'blockNotAllowed', at: ['module', 'm'], value: { source: './x' } },
  { fault: 'locals', code: 'blockNotAllowed', at: ['locals', 'a'], value: 'b' },
  { fault: 'an output', code: 'blockNotAllowed', at: ['output', 'a'], value: { value: 'b' } },
  { fault: 'a variable', code: 'blockNotAllowed', at: ['variable', 'a'], value: {} },
  { fault: 'a hosted run', code: 'blockNotAllowed', at: ['terraform', 'cloud'], value: {} },
  {
    fault: 'a resource of another provider',
    code: 'resourceNotAllowed',
    at: ['resource', 'null_resource', 'a'],
    value: {},
  },
  { fault: 'a server', code: 'resourceNotAllowed', at: resource('compute_instance_v2', 'a'), value: {} },
  { fault: 'a port', code: 'resourceNotAllowed', at: resource('networking_port_v2', 'a'), value: {} },
  {
    fault: 'a credential',
    code: 'resourceNotAllowed',
    at: resource('identity_application_credential_v3', 'a'),
    value: {},
  },
  { fault: 'a role', code: 'resourceNotAllowed', at: resource('identity_role_v3', 'a'), value: {} },
  {
    fault: 'a static route',
    code: 'resourceNotAllowed',
    at: resource('networking_router_route_v2', 'a'),
    value: {},
  },
  {
    fault: 'a program as data',
    code: 'dataNotAllowed',
    at: ['data', 'external', 'a'],
    value: { program: ['sh'] },
  },
  {
    fault: 'a request as data',
    code: 'dataNotAllowed',
    at: ['data', 'http', 'a'],
    value: { url: 'https://x' },
  },
  {
    fault: 'another stack’s state',
    code: 'dataNotAllowed',
    at: ['data', 'terraform_remote_state', 'a'],
    value: {},
  },
  {
    fault: 'value_specs',
    code: 'attributeNotAllowed',
    at: resource('networking_network_v2', 'network', 'value_specs'),
    value: { a: 'b' },
  },
  {
    fault: 'a provisioner',
    code: 'attributeNotAllowed',
    at: resource('networking_network_v2', 'network', 'provisioner'),
    value: [{ 'local-exec': { command: 'sh' } }],
  },
  {
    fault: 'a count',
    code: 'attributeNotAllowed',
    at: resource('identity_project_v3', 'project', 'count'),
    value: 2,
  },
  {
    fault: 'another provider’s alias',
    code: 'attributeNotAllowed',
    at: resource('identity_project_v3', 'project', 'provider'),
    value: 'openstack.other',
  },
  {
    fault: 'a lifecycle that ignores changes',
    code: 'attributeNotAllowed',
    at: resource('networking_router_v2', 'router', 'lifecycle'),
    value: { ignore_changes: 'all' },
  },
  {
    fault: 'a lifecycle that follows a resource',
    code: 'attributeNotAllowed',
    at: resource('networking_router_v2', 'router', 'lifecycle'),
    value: { replace_triggered_by: ['openstack_identity_project_v3.project'] },
  },
  {
    fault: 'a host route',
    code: 'attributeNotAllowed',
    at: resource('networking_subnet_v2', 'subnet_ipv4', 'host_routes'),
    value: [],
  },
  {
    fault: 'a parent for the project',
    code: 'attributeNotAllowed',
    at: resource('identity_project_v3', 'project', 'parent_id'),
    value: project,
  },
  {
    fault: 'a function in a text',
    code: 'templateNotAllowed',
    at: resource('identity_project_v3', 'project', 'description'),
    value: '${file("/etc/passwd")}',
  },
  {
    fault: 'a directive in a text',
    code: 'templateNotAllowed',
    at: resource('identity_project_v3', 'project', 'description'),
    value: '%{ if true }x%{ endif }',
  },
  {
    fault: 'a reference inside a longer text',
    code: 'templateNotAllowed',
    at: resource('identity_project_v3', 'project', 'description'),
    value: `x ${project}`,
  },
  {
    fault: 'a reference to a variable',
    code: 'templateNotAllowed',
    at: resource('identity_project_v3', 'project', 'description'),
    value: '${var.a}',
  },
  {
    fault: 'a template as a key',
    code: 'templateNotAllowed',
    at: resource('blockstorage_quotaset_v3', 'block-storage', 'volume_type_quota', '${file("a")}'),
    value: '0',
  },
  {
    fault: 'a reference in the provider',
    code: 'templateNotAllowed',
    at: ['provider', 'openstack'],
    value: [{ cloud: project, region: 'internet' }],
  },
  {
    fault: 'a token that nothing resolved',
    code: 'templateNotAllowed',
    at: resource('identity_project_v3', 'project', 'description'),
    value: '${TfToken[TOKEN.0]}',
  },
  {
    fault: 'a reference to nothing',
    code: 'referenceUnknown',
    at: resource('networking_network_v2', 'network', 'tenant_id'),
    value: '${openstack_identity_project_v3.other.id}',
  },
  {
    fault: 'a network without an owner',
    code: 'ownerMissing',
    at: resource('networking_network_v2', 'network', 'tenant_id'),
  },
  {
    fault: 'a literal owner',
    code: 'ownerMissing',
    at: resource('networking_router_v2', 'router', 'tenant_id'),
    value: '0123456789abcdef',
  },
  {
    fault: 'an owner that is no project',
    code: 'ownerMissing',
    at: resource('networking_secgroup_v2', 'firewall', 'tenant_id'),
    value: '${data.openstack_identity_group_v3.operators.id}',
  },
  {
    fault: 'a project outside any domain',
    code: 'ownerMissing',
    at: resource('identity_project_v3', 'project', 'domain_id'),
  },
  {
    fault: 'a lookup by name alone',
    code: 'ownerMissing',
    at: ['data', 'openstack_networking_network_v2', 'egress', 'tenant_id'],
  },
  {
    fault: 'a project looked up in any domain',
    code: 'ownerMissing',
    at: ['data', 'openstack_identity_project_v3', 'platform', 'domain_id'],
  },
  {
    fault: 'a pool without an owner',
    code: 'ownerMissing',
    stack: platform,
    at: resource('networking_subnetpool_v2', 'v4', 'project_id'),
  },
  {
    fault: 'a shared pool',
    code: 'sharedWithAll',
    stack: platform,
    at: resource('networking_subnetpool_v2', 'v4', 'shared'),
    value: true,
  },
  {
    fault: 'a shared address scope',
    code: 'sharedWithAll',
    stack: platform,
    at: resource('networking_addressscope_v2', 'scope_ipv4', 'shared'),
    value: true,
  },
  {
    fault: 'a shared network',
    code: 'sharedWithAll',
    at: resource('networking_network_v2', 'network', 'shared'),
    value: true,
  },
  {
    fault: 'a public flavor',
    code: 'sharedWithAll',
    stack: platform,
    at: resource('compute_flavor_v2', 'ecs_small_shared_1', 'is_public'),
  },
  {
    fault: 'a public volume type',
    code: 'sharedWithAll',
    stack: platform,
    at: resource('blockstorage_volume_type_v3', 'ssd', 'is_public'),
    value: true,
  },
  {
    fault: 'a default bandwidth policy',
    code: 'sharedWithAll',
    at: resource('networking_qos_policy_v2', 'bandwidth', 'is_default'),
    value: true,
  },
  {
    fault: 'an external network',
    code: 'externalNetwork',
    stack: platform,
    at: resource('networking_network_v2', 'egress', 'external'),
    value: true,
  },
  {
    fault: 'a policy for everyone',
    code: 'policyTarget',
    at: resource('networking_rbac_policy_v2', 'egress', 'target_tenant'),
    value: '*',
  },
  {
    fault: 'a policy for a project by id',
    code: 'policyTarget',
    at: resource('networking_rbac_policy_v2', 'egress', 'target_tenant'),
    value: '0123456789abcdef',
  },
  {
    fault: 'a policy for a project that was looked up',
    code: 'policyTarget',
    at: resource('networking_rbac_policy_v2', 'egress', 'target_tenant'),
    value: '${data.openstack_identity_project_v3.platform.id}',
  },
  {
    fault: 'a policy to use ports',
    code: 'policyTarget',
    at: resource('networking_rbac_policy_v2', 'egress', 'action'),
    value: 'access_as_shared',
  },
  {
    fault: 'an unlimited quota',
    code: 'quotaOpen',
    at: resource('compute_quotaset_v2', 'compute', 'cores'),
    value: -1,
  },
  {
    fault: 'a quota left out',
    code: 'quotaOpen',
    at: resource('networking_quota_v2', 'network', 'rbac_policy'),
  },
  {
    fault: 'a load balancer quota left out',
    code: 'quotaOpen',
    at: resource('lb_quota_v2', 'load-balancer', 'member'),
  },
  {
    fault: 'a quota that is no number',
    code: 'quotaOpen',
    at: resource('dns_quota_v2', 'dns', 'zones'),
    value: '2',
  },
  {
    fault: 'an unlimited volume type',
    code: 'quotaOpen',
    at: resource('blockstorage_quotaset_v3', 'block-storage', 'volume_type_quota', 'gigabytes_ssd'),
    value: '-1',
  },
  {
    fault: 'the role admin',
    code: 'roleNotAllowed',
    at: ['data', 'openstack_identity_role_v3', 'member', 'name'],
    value: 'admin',
  },
  {
    fault: 'a role by id',
    code: 'roleNotAllowed',
    at: resource('identity_role_assignment_v3', 'operators', 'role_id'),
    value: '0123456789abcdef',
  },
  { fault: 'a second provider', code: 'providerNotAllowed', at: ['provider', 'aws'], value: [{}] },
  {
    fault: 'a second cloud',
    code: 'providerNotAllowed',
    at: ['provider', 'openstack'],
    value: [
      { cloud: 'a', region: 'a' },
      { alias: 'b', cloud: 'b', region: 'b' },
    ],
  },
  {
    fault: 'a password',
    code: 'providerNotAllowed',
    at: ['provider', 'openstack'],
    value: [{ cloud: 'a', region: 'a', password: 'x' }],
  },
  {
    fault: 'certificates unchecked',
    code: 'providerNotAllowed',
    at: ['provider', 'openstack'],
    value: [{ cloud: 'a', region: 'a', insecure: true }],
  },
  { fault: 'no cloud', code: 'providerNotAllowed', at: ['provider', 'openstack'], value: [{ region: 'a' }] },
  {
    fault: 'another source',
    code: 'providerNotAllowed',
    at: ['terraform', 'required_providers', 'openstack', 'source'],
    value: 'example/openstack',
  },
  {
    fault: 'a provider more',
    code: 'providerNotAllowed',
    at: ['terraform', 'required_providers', 'external'],
    value: { source: 'hashicorp/external' },
  },
  {
    fault: 'a range of versions',
    code: 'providerNotAllowed',
    at: ['terraform', 'required_providers', 'openstack', 'version'],
    value: '>= 3.4.0',
  },
  { fault: 'no backend', code: 'backendNotAllowed', at: ['terraform', 'backend'] },
  {
    fault: 'a backend that is not known',
    code: 'backendNotAllowed',
    at: ['terraform', 'backend'],
    value: { swift: {} },
  },
  {
    fault: 'an absolute path',
    code: 'backendNotAllowed',
    at: ['terraform', 'backend', 'local', 'path'],
    value: `/var/state/${system}.tfstate`,
  },
  {
    fault: 'another stack’s state file',
    code: 'backendNotAllowed',
    at: ['terraform', 'backend', 'local', 'path'],
    value: '../../state/x.tfstate',
  },
  {
    fault: 'a secret of the backend',
    code: 'backendNotAllowed',
    at: ['terraform', 'backend'],
    value: { pg: { schema_name: system, conn_str: 'postgres://u:p@h' } },
  },
  {
    fault: 'port security off',
    code: 'portUnprotected',
    at: resource('networking_network_v2', 'network', 'port_security_enabled'),
    value: false,
  },
  {
    fault: 'port security not said',
    code: 'portUnprotected',
    at: resource('networking_network_v2', 'network', 'port_security_enabled'),
  },
  {
    fault: 'Neutron’s default rules kept',
    code: 'portUnprotected',
    at: resource('networking_secgroup_v2', 'firewall', 'delete_default_rules'),
  },
  {
    fault: 'a rule without another end',
    code: 'portUnprotected',
    at: resource('networking_secgroup_rule_v2', 'ingress_tcp_443-443_ipv4_0-0-0-0_0', 'remote_ip_prefix'),
  },
  {
    fault: 'a rule for every protocol',
    code: 'portUnprotected',
    at: resource('networking_secgroup_rule_v2', 'ingress_tcp_443-443_ipv4_0-0-0-0_0', 'protocol'),
  },
  {
    fault: 'the whole extranet let in',
    code: 'openToAll',
    stack: extranet,
    at: resource(
      'networking_secgroup_rule_v2',
      'ingress_tcp_8000-8010_ipv4_10-96-1-0_26',
      'remote_ip_prefix',
    ),
    value: '0.0.0.0/0',
  },
  {
    fault: 'the whole IPv6 extranet let in',
    code: 'openToAll',
    stack: extranet,
    at: resource(
      'networking_secgroup_rule_v2',
      'ingress_tcp_8000-8010_ipv4_10-96-1-0_26',
      'remote_ip_prefix',
    ),
    value: '0:0::0/0',
  },
  {
    fault: 'half of all addresses let in',
    code: 'openToAll',
    stack: extranet,
    at: resource(
      'networking_secgroup_rule_v2',
      'ingress_tcp_8000-8010_ipv4_10-96-1-0_26',
      'remote_ip_prefix',
    ),
    value: '128.0.0.0/1',
  },
  {
    fault: 'two resources merged into one',
    code: 'partsLost',
    at: resource('networking_secgroup_rule_v2', 'ingress_tcp_443-443_ipv4_0-0-0-0_0'),
  },
]

/** The stack with the value at a path replaced, or taken out. */
function planted({ stack = system, at = [], value }: Mutation): SynthesisedStack {
  const sound = stackNamed(stack)
  const configuration = structuredClone(sound.configuration)
  const last = at.at(-1) ?? ''
  const holder = at.slice(0, -1).reduce<object>((node, key) => {
    if (!Object.hasOwn(node, key)) Reflect.set(node, key, {})
    return Object(Reflect.get(node, key))
  }, configuration)
  if (value === undefined) Reflect.deleteProperty(holder, last)
  else Reflect.set(holder, last, value)
  return { ...sound, configuration }
}

describe('the proof', () => {
  it('finds nothing in the tool’s own stacks', () => {
    for (const job of jobsIn(plan)) expect(proveStack(stackNamed(job.name)), job.name).toEqual([])
  })

  it.each(mutations)('catches $fault', mutation => {
    const stack = planted(mutation)
    expect(stack.configuration).not.toEqual(stackNamed(stack.name).configuration)
    const found = proveStack(stack)
    expect(found.map(finding => finding.code)).toContain(stackPolicyCodes[mutation.code].code)
    const own = found.find(finding => finding.code === stackPolicyCodes[mutation.code].code)
    expect(own?.file).toBe(`stacks/${stack.name}/cdk.tf.json`)
  })

  it('has a planted fault for every code of a stack', () => {
    const elsewhere = new Set(['namesCollide', 'outputOccupied'])
    const planted = new Set<string>(mutations.map(mutation => mutation.code))
    expect(Object.keys(stackPolicyCodes).filter(code => !planted.has(code))).toEqual([...elsewhere])
  })

  it('points at the place of the fault', () => {
    const at = resource('networking_rbac_policy_v2', 'egress', 'target_tenant')
    const [found] = proveStack(planted({ fault: '', code: 'policyTarget', at, value: '*' }))
    expect(found?.path).toEqual(at)
  })

  it('catches two names that a file system may take for one', () => {
    expect(proveNames(['a', 'b', 'A']).map(finding => finding.code)).toEqual([
      stackPolicyCodes.namesCollide.code,
    ])
    expect(proveNames(['a', 'b', 'aa'])).toEqual([])
  })
})
