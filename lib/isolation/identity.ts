import { identified, isTemplate } from '../stack-policy/reference.ts'
import { addressOf, type PartsView, type PlacedPart, recordOf } from '../stack-policy/stack-view.ts'

/** The cloud and region that a stack's one provider speaks to; undefined where that is not certain. */
export function cloudOf({ configuration }: PartsView): string | undefined {
  const providers = recordOf(configuration.provider).openstack
  if (!Array.isArray(providers) || providers.length !== 1) return undefined
  const { cloud, region } = recordOf(providers[0])
  return typeof cloud === 'string' && typeof region === 'string' ? `${cloud}/${region}` : undefined
}

/** The id of a project in every model: by names, which stacks, plans and clouds have in common. */
export function projectId(cloud: string, domainName: string, name: string): string {
  return textOf(cloud, 'project', domainId(cloud, domainName), name)
}

export function domainId(cloud: string, name: string): string {
  return textOf(cloud, 'domain', '', name)
}

/**
 * What a value of a resource means, as an id that is the same in every stack: stacks find each other's objects by name.
 * `*` stays what it is; a literal id is one of its cloud's.
 */
export function identityOf(stack: PartsView, cloud: string, value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  if (!isTemplate(value)) return value === '*' ? value : `${cloud}#${value}`
  const part = identified(stack, value)
  return part === undefined ? undefined : identityOfPart(stack, cloud, part)
}

/** Every rule of a system says whose it is: made each time, these texts would be most of a large model. */
const known = new WeakMap<PlacedPart, { readonly id: string | undefined }>()

/** The id of a resource, or of what a data source finds. A part lies in one stack, and that in one cloud. */
export function identityOfPart(stack: PartsView, cloud: string, part: PlacedPart): string | undefined {
  const found = known.get(part) ?? { id: idOfPart(stack, cloud, part) }
  known.set(part, found)
  return found.id
}

function idOfPart(stack: PartsView, cloud: string, part: PlacedPart): string | undefined {
  const { name, is_domain: isDomain, domain_id: domain, tenant_id: owner } = part.attributes
  if (part.type === 'openstack_identity_project_v3') {
    if (isDomain === true) return named(cloud, 'domain', '', name)
    return named(cloud, 'project', identityOf(stack, cloud, domain), name)
  }
  if (part.type === 'openstack_networking_network_v2')
    return named(cloud, 'network', identityOf(stack, cloud, owner), name)
  return part.kind === 'data' ? undefined : `${stack.name}#${addressOf(part)}`
}

function named(cloud: string, kind: string, within: string | undefined, name: unknown): string | undefined {
  return within === undefined || typeof name !== 'string' ? undefined : textOf(cloud, kind, within, name)
}

function textOf(cloud: string, kind: string, within: string, name: string): string {
  return `${cloud} ${kind} ${within} ${name}`
}
