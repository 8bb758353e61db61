import { textAt, valueAt } from '../../deliver/json.ts'
import { domainId } from '../identity.ts'
import type { CloudReader, CloudSource } from './reader.ts'

export const readProjects: CloudReader = ({ lists, named }, { projects, unread }) => {
  for (const entry of lists.of('projects')) {
    const [id, name] = [textAt(entry, 'id'), textAt(entry, 'name')]
    if (id === undefined || name === undefined || valueAt(entry, 'is_domain') === true) continue
    const domain = textAt(entry, 'domain_id')
    if (lists.find('domains', domain) === undefined)
      unread.push({ origin: named.origin('project', entry), attribute: 'domain_id' })
    projects.push({
      id: named.project(id),
      origin: named.origin('project', entry),
      domain: named.domain(domain),
      name,
      cloud: named.cloud,
    })
  }
}

export const readAssignments: CloudReader = (source, { assignments, unread }) => {
  for (const entry of source.lists.of('assignments')) {
    const on = scopeOf(source, entry)
    // A role without a name is none that was given.
    const role = textAt(entry, 'role', 'name') ?? textAt(entry, 'role', 'id') ?? ''
    const isOfSystem = valueAt(entry, 'scope', 'system') !== undefined
    if (on === undefined && !isOfSystem)
      unread.push({ origin: source.named.origin('role-assignment', { name: role }), attribute: 'scope' })
    if (on === undefined) continue
    const kind = valueAt(entry, 'group') === undefined ? 'user' : 'group'
    const holder = valueAt(entry, kind)
    const name = textAt(holder, 'name') ?? textAt(holder, 'id') ?? ''
    assignments.push({
      on,
      role,
      holder: { kind, name, domain: domainOfHolder(source, holder) },
      inherited: textAt(valueAt(entry, 'scope'), 'OS-INHERIT:inherited_to') !== undefined,
      origin: source.named.origin('role-assignment', { id: textAt(holder, 'id'), name: `${role} ${name}` }),
    })
  }
}

/** What is assigned on the whole system is nobody's project. */
function scopeOf({ named }: CloudSource, entry: unknown): string | undefined {
  const project = textAt(entry, 'scope', 'project', 'id')
  if (project !== undefined) return named.project(project)
  const domain = textAt(entry, 'scope', 'domain', 'id')
  return domain === undefined ? undefined : named.domain(domain)
}

/** A name that is no text names no domain, whatever the id beside it says. */
function domainOfHolder({ named }: CloudSource, holder: unknown): string {
  const name = valueAt(holder, 'domain', 'name')
  if (name === undefined || name === null) return named.domain(textAt(holder, 'domain', 'id'))
  return typeof name === 'string' ? domainId(named.cloud, name) : named.object(undefined)
}

export const readApplicationCredentials: CloudReader = ({ lists, named }, { credentials }) => {
  for (const entry of lists.of('applicationCredentials')) {
    credentials.push({
      kind: 'application-credential',
      project: named.project(textAt(entry, 'project_id')),
      person: named.person(textAt(entry, 'user_id') ?? textAt(entry, 'of')),
      unrestricted: valueAt(entry, 'unrestricted') !== false,
      expires: typeof valueAt(entry, 'expires_at') === 'string',
      origin: named.origin('application-credential', entry),
    })
  }
}

export const readTrusts: CloudReader = ({ lists, named }, { credentials }) => {
  for (const entry of lists.of('trusts')) {
    const [trustor, trustee] = ['trustor_user_id', 'trustee_user_id'].map(field =>
      named.person(textAt(entry, field)),
    )
    credentials.push({
      kind: 'trust',
      project: named.project(textAt(entry, 'project_id')),
      person: `${trustor} → ${trustee}`,
      unrestricted: true,
      expires: typeof valueAt(entry, 'expires_at') === 'string',
      origin: named.origin('trust', entry),
    })
  }
}

export const readEc2Keys: CloudReader = ({ lists, named }, { credentials }) => {
  for (const entry of lists.of('ec2Keys')) {
    credentials.push({
      kind: 'ec2-key',
      project: named.project(textAt(entry, 'project_id')),
      person: named.person(textAt(entry, 'user_id')),
      unrestricted: true,
      expires: false,
      origin: named.origin('ec2-key', { id: textAt(entry, 'id') }),
    })
  }
}
