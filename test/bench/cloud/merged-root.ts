// The plain baseline: what a person writes who knows nothing of stacks. One root module with one state, in which every
// system has its resources under names of its own, and what a stack of ours looks up by name is referred to directly.
import { isRecord, textAt, valueAt } from '../../../lib/deliver/json.ts'

type Block = Readonly<Record<string, unknown>>

interface Stack {
  readonly name: string
  readonly configuration: unknown
}

interface Part {
  readonly stack: string
  readonly type: string
  readonly name: string
  readonly block: Block
}

/** Puts the configurations of all stacks of one zone into one. */
export function mergedRoot(stacks: readonly Stack[]): Readonly<Record<string, unknown>> {
  const resources = stacks.flatMap(stack => partsOf(stack, 'resource'))
  const lookups = stacks.flatMap(stack => partsOf(stack, 'data'))
  const address = addressesIn(resources, lookups)
  const written = resources.map(part => ({
    type: part.type,
    name: uniqueName(part),
    block: rewritten(part.block, reference => address(part.stack, reference)),
  }))
  const [first] = stacks
  return {
    terraform: {
      required_providers: valueAt(first?.configuration, 'terraform', 'required_providers'),
      backend: { local: { path: 'terraform.tfstate' } },
    },
    provider: valueAt(first?.configuration, 'provider'),
    resource: byTypeAndName(written),
    data: byTypeAndName(lookups.filter(isRole).map(({ type, name, block }) => ({ type, name, block }))),
  }
}

function partsOf({ name: stack, configuration }: Stack, kind: 'resource' | 'data'): readonly Part[] {
  const types = valueAt(configuration, kind)
  return Object.entries(isRecord(types) ? types : {}).flatMap(([type, byName]) =>
    Object.entries(isRecord(byName) ? byName : {}).flatMap(([name, block]) =>
      isRecord(block) ? [{ stack, type, name, block }] : [],
    ),
  )
}

/** Keystone makes these roles itself, so that everybody has to look them up. */
function isRole({ type }: Part): boolean {
  return type === 'openstack_identity_role_v3'
}

function uniqueName({ stack, name }: Pick<Part, 'stack' | 'name'>): string {
  return `${stack.replaceAll('.', '-')}_${name}`
}

/** Where in the root that lies which a stack calls `[data.]<type>.<name>`. */
function addressesIn(resources: readonly Part[], lookups: readonly Part[]) {
  const lookupOf = new Map(lookups.map(part => [`${part.stack} ${part.type}.${part.name}`, part]))
  const byIdentity = Map.groupBy(resources, identityOf)
  return (stack: string, reference: string): string => {
    const [type = '', name = ''] = reference.replace(/^data\./, '').split('.')
    if (!reference.startsWith('data.')) return `${type}.${uniqueName({ stack, name })}`
    const lookup = lookupOf.get(`${stack} ${type}.${name}`)
    if (lookup === undefined) throw new Error(`${stack} refers to ${reference}, which it does not have`)
    if (isRole(lookup)) return reference
    const candidates = byIdentity.get(identityOf(lookup)) ?? []
    const found = candidates.length === 1 ? candidates[0] : candidates.find(part => isOfUnit(part, stack))
    if (found === undefined) throw new Error(`nothing in the root is what ${stack} looks up as ${reference}`)
    return `${type}.${uniqueName(found)}`
  }
}

/** What a lookup and the resource that it finds have in common. */
function identityOf({ type, block }: Part): string {
  return `${type} ${textAt(block, 'name')} ${block.is_domain === true}`
}

/** Every unit has groups of the same names: a system means those of its own. */
function isOfUnit({ stack }: Part, system: string): boolean {
  return system.replace(/^system_/, 'unit_').startsWith(`${stack}_`)
}

const reference = /\$\{((?:data\.)?[a-z0-9_]+\.[A-Za-z0-9_-]+)(?=\.)/g

function rewritten(value: unknown, address: (reference: string) => string): unknown {
  if (typeof value === 'string')
    return value.replaceAll(reference, (_, found: string) => `\${${address(found)}`)
  if (Array.isArray(value)) return value.map(item => rewritten(item, address))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      // The one place where an address stands by itself.
      key === 'replace_triggered_by' && Array.isArray(item)
        ? item.map(each => address(String(each)))
        : rewritten(item, address),
    ]),
  )
}

function byTypeAndName(
  parts: readonly { readonly type: string; readonly name: string; readonly block: unknown }[],
): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const types = [...Map.groupBy(parts, ({ type }) => type)]
  return Object.fromEntries(
    types.map(([type, members]) => [
      type,
      Object.fromEntries(members.map(({ name, block }) => [name, block])),
    ]),
  )
}
