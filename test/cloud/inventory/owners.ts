import { textAt, valueAt } from '../../../lib/deliver/json.ts'
import type { OpenStack } from '../../../scripts/openstack/index.ts'

export interface Project {
  readonly id: string
  /** `<domain>/<project>` */
  readonly name: string
  /** Whether it lies in a unit's domain. */
  readonly ofUnit: boolean
}

export interface Owners {
  readonly projects: readonly Project[]
  /** `<domain>/<project>`, or a remark for a project that does not exist. */
  readonly nameOf: (projectId: string | undefined) => string
  readonly domainName: (domainId: string | undefined) => string
}

export async function readOwners(admin: OpenStack): Promise<Owners> {
  const [domains, projects] = await Promise.all([
    admin.list('identity', '/domains', 'domains'),
    admin.list('identity', '/projects', 'projects'),
  ])
  const domainNames = new Map(domains.map(domain => [textAt(domain, 'id'), textAt(domain, 'name') ?? '']))
  const domainName = (id: string | undefined) => domainNames.get(id) ?? 'vanished'
  const listed = projects
    .filter(project => valueAt(project, 'is_domain') !== true)
    .map((project): Project => {
      const domain = domainName(textAt(project, 'domain_id'))
      return {
        id: textAt(project, 'id') ?? '',
        name: `${domain}/${textAt(project, 'name')}`,
        // Only units have domains with an underscore.
        ofUnit: domain.includes('_'),
      }
    })
  const names = new Map(listed.map(({ id, name }) => [id, name]))
  return { projects: listed, domainName, nameOf: id => names.get(id ?? '') ?? 'vanished' }
}
