import { textAt, valueAt } from '../../../lib/deliver/json.ts'
import type { OpenStack } from '../../../scripts/openstack/index.ts'
import type { Inventory } from './inventory.ts'
import type { Owners } from './owners.ts'
import { presence, section } from './section.ts'

export async function identity(admin: OpenStack, { domainName }: Owners): Promise<Inventory> {
  const [domains, projects, groups, users, assignments] = await Promise.all([
    admin.list('identity', '/domains', 'domains'),
    admin.list('identity', '/projects', 'projects'),
    admin.list('identity', '/groups', 'groups'),
    admin.list('identity', '/users', 'users'),
    admin.list('identity', '/role_assignments', 'role_assignments', { include_names: 'true' }),
  ])
  const inDomain = (item: unknown) => `${domainName(textAt(item, 'domain_id'))}/${textAt(item, 'name')}`
  return {
    domains: section(domains.map(domain => [textAt(domain, 'name') ?? '', described(domain)])),
    projects: section(
      projects.map(project => [inDomain(project), { ...described(project), tags: valueAt(project, 'tags') }]),
    ),
    groups: presence(groups.map(inDomain)),
    users: presence(users.map(inDomain)),
    roles: presence(assignments.map(assignmentText)),
  }
}

function described(item: unknown) {
  return { description: valueAt(item, 'description'), enabled: valueAt(item, 'enabled') }
}

/** Such as `group a_b/operators is member on project a_b/c`. */
function assignmentText(assignment: unknown): string {
  const named = (...path: string[]) => {
    const domain = textAt(assignment, ...path, 'domain', 'name')
    return `${path.at(-1)} ${domain === undefined ? '' : `${domain}/`}${textAt(assignment, ...path, 'name') ?? 'vanished'}`
  }
  const who = valueAt(assignment, 'group') === undefined ? named('user') : named('group')
  const scope = ['project', 'domain'].find(kind => valueAt(assignment, 'scope', kind) !== undefined)
  const where = scope === undefined ? 'the whole system' : named('scope', scope)
  const inherited = valueAt(assignment, 'scope', 'OS-INHERIT:inherited_to') === undefined ? '' : ', inherited'
  return `${who} is ${textAt(assignment, 'role', 'name')} on ${where}${inherited}`
}
