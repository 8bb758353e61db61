// What `terraform show -json` prints of a plan that makes a stack anew. It shares no code with what reads plans.
import type { Entry, Stack } from './api-answers.ts'

export interface Plan {
  readonly configuration: { readonly provider_config: Entry; readonly root_module: { resources: Entry[] } }
  readonly planned_values: { readonly root_module: { resources: Entry[]; child_modules?: Entry[] } }
}

const record = (value: unknown): Entry => (typeof value === 'object' && value !== null ? { ...value } : {})

/** What the provider tells beside what was written, whether it means something or not. */
const toldBeside: { readonly [type: string]: Entry } = {
  openstack_networking_network_v2: {
    dns_domain: '',
    mtu: 1500,
    qos_policy_id: '',
    tags: null,
    region: 'one',
  },
  openstack_networking_router_v2: {
    distributed: false,
    external_gateway: '',
    external_fixed_ip: [],
    tags: [],
  },
  openstack_networking_secgroup_rule_v2: {
    port_range_min: 0,
    port_range_max: 0,
    remote_group_id: '',
    remote_address_group_id: '',
    description: '',
  },
  openstack_networking_subnet_v2: {
    service_types: [],
    no_gateway: null,
    prefix_length: null,
    timeouts: null,
  },
}

const reference = /^\$\{(.+)\}$/

export function planOf({ configuration }: Stack): Plan {
  const written: Entry[] = []
  const planned: Entry[] = []
  for (const block of ['resource', 'data']) {
    for (const [type, byName] of Object.entries(record(configuration[block]))) {
      for (const [name, attributes] of Object.entries(record(byName))) {
        const address = `${block === 'data' ? 'data.' : ''}${type}.${name}`
        const mode = block === 'data' ? 'data' : 'managed'
        written.push({ address, mode, type, name, expressions: expressionsOf(record(attributes)) })
        if (mode === 'managed')
          planned.push({ address, mode, type, name, values: valuesOf(type, record(attributes)) })
      }
    }
  }
  const [provider] = Object.values(record(record(configuration.provider).openstack))
  return {
    configuration: {
      provider_config: { openstack: { expressions: expressionsOf(record(provider)) } },
      root_module: { resources: written },
    },
    planned_values: { root_module: { resources: planned } },
  }
}

function expressionsOf(attributes: Entry): Entry {
  const told = Object.entries(attributes).filter(([name]) => name !== 'lifecycle' && name !== 'depends_on')
  return Object.fromEntries(
    told.map(([name, value]) => {
      const [, of] = (typeof value === 'string' && reference.exec(value)) || []
      const whole = of?.split('.').slice(0, -1).join('.')
      return [name, of === undefined ? { constant_value: value } : { references: [of, whole] }]
    }),
  )
}

/** What is a reference is known only once it is applied, and stands in no value. */
function valuesOf(type: string, attributes: Entry): Entry {
  const constants = Object.entries(attributes).filter(
    ([name, value]) =>
      name !== 'lifecycle' && name !== 'depends_on' && !(typeof value === 'string' && reference.test(value)),
  )
  return { ...toldBeside[type], ...Object.fromEntries(constants) }
}

/** The stack that a plan comes to: what is planned, and a reference wherever one was written. */
export function stackIn(name: string, plan: object): Stack {
  const { configuration, planned_values: planned } = record(plan)
  const valuesByAddress = new Map(
    resourcesIn(planned).map(resource => [resource.address, record(resource.values)]),
  )
  const blocks: { [block: string]: { [type: string]: Entry } } = { resource: {}, data: {} }
  for (const { address, mode, type, name: part, expressions } of resourcesIn(configuration)) {
    const block = mode === 'data' ? 'data' : 'resource'
    const byName = blocks[block]?.[String(type)] ?? {}
    const attributes = {
      ...constantsIn(expressions),
      ...valuesByAddress.get(address),
      ...referencesIn(expressions),
    }
    blocks[block] = { ...blocks[block], [String(type)]: { ...byName, [String(part)]: cleared(attributes) } }
  }
  const { openstack } = record(record(configuration).provider_config)
  return {
    name,
    configuration: { ...blocks, provider: { openstack: [constantsIn(record(openstack).expressions)] } },
  }
}

function resourcesIn(part: unknown): readonly Entry[] {
  const { resources } = record(record(part).root_module)
  return Array.isArray(resources) ? resources.map(record) : []
}

function constantsIn(expressions: unknown): Entry {
  return Object.fromEntries(
    Object.entries(record(expressions)).flatMap(([name, expression]) => {
      const { constant_value: value } = record(expression)
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

function referencesIn(expressions: unknown): Entry {
  return Object.fromEntries(
    Object.entries(record(expressions)).flatMap(([name, expression]) => {
      const { references } = record(expression)
      return Array.isArray(references) && typeof references[0] === 'string'
        ? [[name, `\${${references[0]}}`]]
        : []
    }),
  )
}

/** Without what stands for nothing. */
function cleared(attributes: Entry): Entry {
  const isNoPort = attributes.port_range_min === 0 && attributes.port_range_max === 0
  return Object.fromEntries(
    Object.entries(attributes).filter(
      ([name, value]) => value !== null && value !== '' && !(isNoPort && name.startsWith('port_range_')),
    ),
  )
}
