import { describe, expect, it } from 'vitest'
import { addCloud } from '../../lib/isolation/from-cloud.ts'
import { sharedReader } from '../../lib/isolation/group-rules.ts'
import { emptyDraft } from '../../lib/isolation/model.ts'
import { apis, soundStacks } from '../stack-policy/edits.ts'
import { examplePlan, jobsIn } from '../stacks/plan.ts'
import { type Answers, type Entry, soundAnswers } from './api-answers.ts'
import { everyBelief, givenIn, proofOf, told, toldBy } from './proof.ts'

const given = givenIn(jobsIn(examplePlan({ apis: [...apis] })))
const clouds = soundAnswers(soundStacks())

/** The proof of the clouds as they are, but for what is edited in the answers of one. */
function proof(edit: (answers: Answers) => void = () => {}, cloud = 'internet') {
  const draft = emptyDraft()
  const read = sharedReader()
  for (const [place, answers] of structuredClone(clouds)) {
    const [name = ''] = place.split('/')
    if (name === cloud) edit(answers)
    addCloud(draft, { name, cloud: place, byListing: toldBy(answers) }, read)
  }
  return proofOf(draft, given)
}

const domain = 'domain xs_rsj'
const project = `project ${domain} shebao`
const other = 'project domain xs_gaj hukou'
const network = `network ${project} shebao`

function entryIn(answers: Answers, listing: string, field: string, value: string): Entry {
  const found = answers[listing]?.find(entry => entry[field] === value)
  if (found === undefined) throw new Error(`no ${listing} with ${field} ${value}`)
  return found
}

function adds(listing: string, entry: Entry): (answers: Answers) => void {
  return answers => {
    answers[listing] = [...(answers[listing] ?? []), { id: 'new', name: '', ...entry }]
  }
}

function sets(
  listing: string,
  [field, value]: readonly [string, string],
  change: Entry,
): (answers: Answers) => void {
  return answers => void Object.assign(entryIn(answers, listing, field, value), change)
}

const group = (rule: Entry): Entry => ({
  name: 'other',
  project_id: project,
  security_group_rules: [
    {
      id: 'rule',
      direction: 'ingress',
      ethertype: 'IPv4',
      protocol: null,
      port_range_min: null,
      port_range_max: null,
      remote_ip_prefix: null,
      remote_group_id: null,
      ...rule,
    },
  ],
})

const port = (fields: Entry): Entry => ({
  project_id: project,
  network_id: network,
  device_owner: 'compute:nova',
  device_id: 'server',
  port_security_enabled: true,
  allowed_address_pairs: [],
  ...fields,
})

const holder = (name: string, of: string): Entry => ({ id: name, name, domain: { id: of, name: of } })

const planted: readonly (readonly [
  title: string,
  edit: (answers: Answers) => void,
  finds: readonly string[],
])[] = [
  [
    'a network that is shared with everybody',
    sets('networks', ['id', network], { shared: true }),
    ['TY5202 network'],
  ],
  [
    'a network without port security',
    sets('networks', ['id', network], { port_security_enabled: false }),
    ['TY5214 network'],
  ],
  [
    'a policy that opens a network to another project',
    adds('policies', {
      object_type: 'network',
      action: 'access_as_shared',
      object_id: network,
      target_tenant: other,
    }),
    ['TY5202 rbac-policy'],
  ],
  [
    'a policy that makes the egress network everybody’s',
    adds('policies', {
      object_type: 'network',
      action: 'access_as_external',
      object_id: 'network project domain platform platform egress',
      target_project: '*',
    }),
    ['TY5202 rbac-policy'],
  ],
  [
    'a group that is shared with another project',
    adds('policies', {
      object_type: 'security_group',
      action: 'access_as_shared',
      object_id: 'g',
      project_id: project,
      target_tenant: other,
    }),
    ['TY5202 rbac-policy'],
  ],
  [
    'an address scope that is open to everybody',
    adds('addressScopes', { project_id: project, shared: true }),
    ['TY5202 address-scope'],
  ],
  [
    'a rule in a group of one’s own',
    adds('groups', group({ remote_ip_prefix: '0.0.0.0/0' })),
    ['TY5212 security-group-rule'],
  ],
  [
    'the rules of the group that Neutron makes',
    adds('groups', { ...group({ direction: 'egress' }), name: 'default' }),
    ['TY5212 security-group'],
  ],
  [
    'a group without rules',
    adds('groups', { name: 'default', project_id: project, security_group_rules: [] }),
    [],
  ],
  [
    'a rule for the members of its own project',
    adds('groups', group({ remote_group_id: 'new' })),
    ['TY5212 security-group-rule'],
  ],
  [
    'a rule for a protocol by its number',
    adds('groups', group({ protocol: '41', remote_ip_prefix: '10.0.0.0/8' })),
    ['TY5212 security-group-rule'],
  ],
  [
    'a rule for a protocol that nobody here knows',
    adds('groups', group({ protocol: 'any', port_range_min: 1, port_range_max: 2 })),
    ['TY5212 security-group-rule'],
  ],
  [
    'ports by which routers keep each other',
    answers => {
      const device = String(entryIn(answers, 'routers', 'project_id', project).id)
      for (const owner of ['network:router_gateway', 'network:router_ha_interface'])
        adds(
          'ports',
          port({ id: owner, device_owner: owner, device_id: device, port_security_enabled: false }),
        )(answers)
    },
    [],
  ],
  [
    'a port that passes for a router’s',
    adds('ports', port({ device_owner: 'network:router_interface' })),
    ['TY5214 port'],
  ],
  [
    'a router without its policy',
    sets('routers', ['project_id', project], {
      external_gateway_info: { network_id: 'network project domain platform platform egress' },
    }),
    ['TY5213 router'],
  ],
  [
    'a router with a second uplink, which leads elsewhere',
    answers => {
      const router = entryIn(answers, 'routers', 'project_id', project)
      router.external_gateways = [router.external_gateway_info, { network_id: 'somebody’s' }]
    },
    ['TY5213 router', 'TY5213 router'],
  ],
  [
    'a router whose one uplink is told twice',
    answers => {
      const router = entryIn(answers, 'routers', 'project_id', project)
      router.external_gateways = [router.external_gateway_info]
    },
    [],
  ],
  [
    'a router with a static route',
    sets('routers', ['project_id', project], {
      routes: [{ destination: '10.0.0.0/8', nexthop: '10.64.0.9' }],
    }),
    ['TY5215 router'],
  ],
  [
    'a subnet with a route for its servers',
    sets('subnets', ['project_id', project], {
      host_routes: [{ destination: '10.0.0.0/8', nexthop: '10.64.0.9' }],
    }),
    ['TY5215 subnet'],
  ],
  [
    'a subnet with the addresses of another',
    adds('subnets', { project_id: project, network_id: network, subnetpool_id: 'p', cidr: '10.64.9.0/26' }),
    ['TY5216 subnet'],
  ],
  ['a port without port security', adds('ports', port({ port_security_enabled: false })), ['TY5214 port']],
  [
    'a port with pairs',
    adds('ports', port({ allowed_address_pairs: [{ ip_address: '0.0.0.0/0' }] })),
    ['TY5214 port'],
  ],
  ['a port that passes for DHCP’s', adds('ports', port({ device_owner: 'network:dhcp' })), ['TY5214 port']],
  [
    'the port of DHCP',
    adds(
      'ports',
      port({ device_owner: 'network:dhcp', device_id: `dhcp0-${network}`, port_security_enabled: false }),
    ),
    [],
  ],
  [
    'a port that passes for a floating IP’s',
    adds('ports', port({ device_owner: 'network:floatingip' })),
    ['TY5214 port'],
  ],
  [
    'the port of a floating IP',
    adds('ports', port({ project_id: '', device_owner: 'network:floatingip', port_security_enabled: false })),
    [],
  ],
  [
    'a port that goes to the card itself',
    adds('ports', port({ 'binding:vnic_type': 'direct' })),
    ['TY5214 port'],
  ],
  ['a port like any other', adds('ports', port({ 'binding:vnic_type': 'normal' })), []],
  [
    'an administrator in a project',
    adds('assignments', {
      role: { name: 'admin' },
      user: holder('ops', 'Default'),
      scope: { project: { id: project } },
    }),
    ['TY5217 role-assignment'],
  ],
  [
    'a role that every project inherits',
    adds('assignments', {
      role: { name: 'reader' },
      group: holder('operators', 'xs_rsj'),
      scope: { domain: { id: domain }, 'OS-INHERIT:inherited_to': 'projects' },
    }),
    ['TY5217 role-assignment'],
  ],
  [
    'an administrator elsewhere',
    adds('assignments', {
      role: { name: 'admin' },
      user: holder('ops', 'Default'),
      scope: { project: { id: 'x' } },
    }),
    [],
  ],
  [
    'an unrestricted application credential',
    adds('applicationCredentials', { project_id: project, unrestricted: true, expires_at: '2027-01-01' }),
    ['TY5218 application-credential'],
  ],
  [
    'an application credential without an end',
    adds('applicationCredentials', { project_id: project, unrestricted: false, expires_at: null }),
    ['TY5218 application-credential'],
  ],
  [
    'a bounded application credential',
    adds('applicationCredentials', { project_id: project, unrestricted: false, expires_at: '2027-01-01' }),
    [],
  ],
  [
    'a trust',
    adds('trusts', { project_id: project, trustor_user_id: 'a', trustee_user_id: 'b', expires_at: null }),
    ['TY5218 trust'],
  ],
  ['an EC2 key', adds('ec2Keys', { project_id: project, user_id: 'a' }), ['TY5218 ec2-key']],
  ['an image for everybody', adds('images', { owner: project, visibility: 'community' }), ['TY5202 image']],
  [
    'an image for another project',
    answers => {
      adds('images', { owner: project, visibility: 'shared' })(answers)
      adds('imageMembers', { image_id: 'new', member_id: other })(answers)
    },
    ['TY5202 image'],
  ],
  ['an image of its own', adds('images', { owner: project, visibility: 'shared' }), []],
  [
    'a volume on offer',
    answers => {
      adds('volumes', { id: 'v', 'os-vol-tenant-attr:tenant_id': project })(answers)
      adds('transfers', { volume_id: 'v' })(answers)
    },
    ['TY5202 volume-transfer'],
  ],
  [
    'the flavor of a dedicated pool',
    adds('flavorAccess', { flavor_id: 'ecs.small_exclusive', tenant_id: project }),
    ['TY5219 flavor-access'],
  ],
  [
    'a project in the domain of a unit that nobody was granted',
    adds('projects', { name: 'extra', domain_id: domain }),
    ['TY5220 project'],
  ],
  [
    'a project elsewhere',
    answers => {
      adds('domains', { id: 'default', name: 'Default' })(answers)
      adds('projects', { name: 'service', domain_id: 'default' })(answers)
    },
    [],
  ],
  [
    'what a project of nobody here does with its own',
    answers => {
      adds('domains', { id: 'default', name: 'Default' })(answers)
      adds('projects', { id: 'service', name: 'service', domain_id: 'default' })(answers)
      adds('networks', { id: 'n', project_id: 'service', port_security_enabled: false, shared: false })(
        answers,
      )
      adds('ports', port({ project_id: 'service', port_security_enabled: false }))(answers)
      adds('routers', {
        id: 'r',
        project_id: 'service',
        routes: [{ destination: '10.0.0.0/8', nexthop: '1.2.3.4' }],
      })(answers)
      adds('images', { owner: 'service', visibility: 'public' })(answers)
    },
    [],
  ],
]

describe('the model of clouds', () => {
  it('holds to every belief where the stacks stand as they were made', () => {
    const { beliefs, findings } = proof()
    expect(told(findings)).toEqual([])
    expect(beliefs.every(({ subjects }) => subjects > 0)).toBe(true)
    expect(beliefs.length).toBe(everyBelief.length)
  })

  it.each(planted)('shows %s', (_, edit, finds) => {
    const { findings } = proof(edit)
    const found = told(findings).filter(line => !line.startsWith('TY5211'))
    expect(found.map(line => line.replace(/^(\S+) \S+ (\S+).*$/, '$1 $2'))).toEqual(finds)
  })

  it.each(planted)('calls projects as people do, with %s', (_, edit) => {
    for (const { message } of proof(edit).findings)
      expect(`${message.zh} ${message.en}`).not.toMatch(/\/\w+ project /)
  })

  it('names the cloud, the object and the person', () => {
    const edit = adds('trusts', { id: 't', project_id: project, trustor_user_id: 'a', trustee_user_id: 'b' })
    const named = (answers: Answers): void => {
      edit(answers)
      adds('users', { id: 'a', name: 'zhang' })(answers)
    }
    const [finding] = proof(named).findings
    expect(finding).toMatchObject({ cloud: 'internet', object: { kind: 'trust', id: 't' } })
    expect(finding?.message.en).toContain('zhang → b')
  })

  it('says nothing of the projects of a domain that the account is not shown', () => {
    const { findings } = proof(adds('projects', { name: 'hidden', domain_id: 'hidden' }))
    expect(told(findings)).toEqual(['TY5201 internet project hidden (new)'])
  })

  it('names what cannot be read of a subnet', () => {
    const { findings } = proof(sets('subnets', ['project_id', project], { cidr: 'x' }))
    expect(told(findings).map(line => line.slice(0, 6))).toEqual(['TY5201'])
  })
})
