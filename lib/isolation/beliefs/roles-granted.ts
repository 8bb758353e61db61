import type { RoleAssignment } from '../model.ts'
import { type BeliefKind, type Breach, systemsIn, type World } from './belief.ts'

/** In a unit's domain and its projects only the unit's own groups have a role, each the one that it was given. */
export const rolesGranted: BeliefKind = {
  name: { zh: '角色均经授予', en: 'roles as granted' },
  definition: {
    code: 'TY5217',
    severity: 'error',
    title: {
      zh: '单位的域或项目中有未授予的角色',
      en: 'Somebody has a role in a unit’s domain or project that was not given',
    },
    why: {
      zh: '服务提供方未经书面授权不得访问单位的服务器、数据库和存储；admin 在任何项目中都是全云管理员。请撤销该角色。',
      en: 'The provider enters no server, database or storage of a unit without written authorisation, and `admin` in any project administers the whole cloud. Revoke the role.',
    },
  },
  reason: { zh: '只有单位自己的用户组有角色', en: 'only the unit’s own groups have roles' },
  subjects: systemsIn,
  *breaches(world) {
    const places = placesOf(world)
    for (const assignment of world.model.assignments)
      if (concerns(places, assignment) && !isGiven(world, places, assignment))
        yield breachOf(assignment, places)
  },
}

interface Places {
  /** The domain of each system's project. */
  readonly domainOf: ReadonlyMap<string, string>
  /** The projects of each unit's domain. */
  readonly domains: ReadonlyMap<string, readonly { readonly project: string }[]>
}

function placesOf({ given }: World): Places {
  const projects = [...given.projects.values()]
  return {
    domainOf: new Map(projects.map(({ project, domain }) => [project, domain])),
    domains: Map.groupBy(projects, ({ domain }) => domain),
  }
}

/** Whoever comes into a unit's place, whoever goes out from a unit into another's, and all that a stack makes. */
function concerns({ domainOf, domains }: Places, { on, holder, origin }: RoleAssignment): boolean {
  return domainOf.has(on) || domains.has(on) || domains.has(holder.domain) || 'stack' in origin
}

function isGiven(
  { given }: World,
  { domainOf, domains }: Places,
  { on, role, holder, inherited }: RoleAssignment,
): boolean {
  const domain = domainOf.get(on) ?? (domains.has(on) ? on : undefined)
  const place = on === domain ? 'domain' : 'project'
  return (
    !inherited &&
    holder.domain === domain &&
    given.roles.some(
      one => one.on === place && one.role === role && one.kind === holder.kind && one.name === holder.name,
    )
  )
}

function breachOf({ on, role, holder, inherited, origin }: RoleAssignment, { domains }: Places): Breach {
  const projects = domains.get(on)?.map(({ project }) => project) ?? [on]
  const [who, way] = [
    `${holder.kind} ${holder.name}`,
    inherited ? { zh: '（向下继承）', en: ', inherited by every project' } : { zh: '', en: '' },
  ]
  return {
    projects,
    origin,
    message: { zh: `${who} 有角色 ${role}${way.zh}`, en: `the ${who} has the role ${role}${way.en}` },
  }
}
