import { isRecord, listAt, textAt, valueAt } from '../deliver/json.ts'
import type { ConfiguredStack } from '../stack-policy/stack-view.ts'

/** What the provider works out or tells beside, and that says nothing of who reaches whom. */
const neutral: ReadonlySet<string> = new Set([
  'all_fixed_ips',
  'all_security_group_ids',
  'all_tags',
  'availability_zone_hints',
  'created_at',
  'description',
  'distributed',
  'dns_assignment',
  'dns_domain',
  'dns_name',
  'dns_publish_fixed_ip',
  'enable_snat',
  'external_fixed_ip',
  'external_gateway',
  'external_subnet_ids',
  'id',
  'mac_address',
  'mtu',
  'no_gateway',
  'prefix_length',
  'region',
  'revision_number',
  'service_types',
  'stateful',
  'tags',
  'timeouts',
  'transparent_vlan',
  'updated_at',
  'vendor_options',
])

/**
 * A plan as a stack that would come to it: what is planned, with references where the configuration has them, so that
 * objects are found again by name as in stacks. What a cloud keeps though no configuration speaks of it is in the plan.
 *
 * @param plan what `terraform show -json` prints of it
 */
export function stackOfPlan(name: string, plan: unknown): ConfiguredStack {
  const written = listAt(plan, 'configuration', 'root_module', 'resources')
  const planned = new Map(
    [...resourcesIn(valueAt(plan, 'planned_values', 'root_module'))].map(entry => [
      textAt(entry, 'address'),
      entry,
    ]),
  )
  const blocks = new Map<string, Map<string, Record<string, unknown>>>()
  const put = (block: string, type: string, part: string, attributes: Record<string, unknown>): void => {
    const byType = blocks.get(`${block}/${type}`) ?? new Map<string, Record<string, unknown>>()
    blocks.set(`${block}/${type}`, byType.set(part, attributes))
  }
  for (const entry of written) {
    const { mode, type, name: part } = placeOf(entry)
    const values = valueAt(planned.get(textAt(entry, 'address')), 'values')
    put(
      mode === 'data' ? 'data' : 'resource',
      type,
      part,
      attributesOf(valueAt(entry, 'expressions'), values),
    )
  }
  // What is planned and not configured is a module's or counted: an attribute of no meaning stops the proof there.
  const known = new Set(written.map(entry => textAt(entry, 'address')))
  for (const [address, entry] of planned) {
    const { type } = placeOf(entry)
    if (!known.has(address)) put('resource', type, address ?? '', { address })
  }
  return { name, configuration: { ...providerOf(plan), ...nested(blocks) } }
}

/** What modules within modules make stands with them, and nowhere else. */
function* resourcesIn(module: unknown): Generator<unknown> {
  yield* listAt(module, 'resources')
  for (const child of listAt(module, 'child_modules')) yield* resourcesIn(child)
}

function placeOf(entry: unknown) {
  return {
    mode: textAt(entry, 'mode') ?? '',
    type: textAt(entry, 'type') ?? '',
    name: textAt(entry, 'name') ?? '',
  }
}

/** What is planned goes before what is written: the two differ where a cloud keeps something else. */
function attributesOf(expressions: unknown, values: unknown): Record<string, unknown> {
  const written = isRecord(expressions) ? Object.entries(expressions) : []
  const constants = written.map(
    ([name, expression]) => [name, valueAt(expression, 'constant_value')] as const,
  )
  const references = written.flatMap(([name, expression]) => {
    const reference = textAt(expression, 'references', 0)
    return reference === undefined ? [] : [[name, `\${${reference}}`] as const]
  })
  const told = { ...Object.fromEntries(constants), ...(isRecord(values) ? values : {}) }
  const said = Object.entries(told).filter(([name, value]) => says(name, value, told))
  return { ...Object.fromEntries(said), ...Object.fromEntries(references) }
}

/** Nothing, an empty text, an empty list and the port 0 are how the provider tells that nothing was asked for. */
function says(name: string, value: unknown, { port_range_min: least }: Record<string, unknown>): boolean {
  if (neutral.has(name) || value === undefined || value === null || value === '') return false
  if (Array.isArray(value) && value.length === 0) return false
  if (isRecord(value) && Object.keys(value).length === 0) return false
  return !(name.startsWith('port_range_') && value === 0 && least === 0)
}

function providerOf(plan: unknown): { readonly provider?: unknown } {
  const expressions = valueAt(plan, 'configuration', 'provider_config', 'openstack', 'expressions')
  const [cloud, region] = ['cloud', 'region'].map(name => textAt(expressions, name, 'constant_value'))
  return cloud === undefined ? {} : { provider: { openstack: [{ cloud, region }] } }
}

function nested(blocks: ReadonlyMap<string, ReadonlyMap<string, unknown>>): Record<string, unknown> {
  const byBlock = Map.groupBy(blocks, ([key]) => key.split('/')[0] ?? '')
  return Object.fromEntries(
    [...byBlock].map(([block, types]) => [
      block,
      Object.fromEntries(types.map(([key, parts]) => [key.split('/')[1], Object.fromEntries(parts)])),
    ]),
  )
}
