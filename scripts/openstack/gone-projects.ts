// Projects that Keystone no longer has, and of which other services still have something.
import { codes } from '../../lib/deliver/codes.ts'
import { textAt } from '../../lib/deliver/json.ts'
import { lacking } from '../../lib/deliver/lacking.ts'
import type { CloudThing } from '../../lib/deliver/thing.ts'
import type { Refusal } from '../../lib/finding/refusal.ts'
import { resourceTypes } from '../../lib/resource-types/index.ts'
import type { OpenStack } from './index.ts'
import { outlivingIn } from './outliving.ts'
import { readProject } from './read-back.ts'
import { objectsOf } from './unmanaged/objects.ts'

export interface GoneProject {
  readonly id: string
  /** What nobody can use any more, and can be dropped. */
  readonly kept: readonly CloudThing[]
  /** What has to be removed by somebody who knows what it was for. */
  readonly held: readonly CloudThing[]
}

/** The kinds of which each lies in a project. A policy is told with what it was given to. */
const inProjects: ReadonlySet<string> = new Set(
  resourceTypes
    .filter(({ kind, leftover }) => 'in' in leftover && leftover.in === 'project' && kind !== 'rbac-policy')
    .map(({ kind }) => kind),
)

/**
 * Those of which anything is left, by the lists that tell an administrator of all projects at once. Throws a `Refusal`
 * where the account is not even shown its own: then any project would seem to be gone.
 */
export async function goneProjects(cloud: OpenStack): Promise<readonly GoneProject[]> {
  const [projects, kept, objects] = await Promise.all([
    cloud.list('identity', '/projects', 'projects'),
    outlivingIn(cloud),
    objectsOf(cloud),
  ])
  const known = new Set(projects.flatMap(project => textAt(project, 'id') ?? []))
  if (cloud.projectId === undefined || !known.has(cloud.projectId)) throw hidden(cloud)
  const held = objects.filter(({ kind }) => inProjects.has(kind))
  const owners = [...kept, ...held].flatMap(({ owner = '' }) => (/^[\w-]+$/.test(owner) ? [owner] : []))
  const candidates = [...new Set(owners)].filter(owner => !known.has(owner))
  const gone = await Promise.all(
    candidates.map(async id => ({ id, isGone: !(await readProject(cloud, id)) })),
  )
  const of = (id: string) => (thing: CloudThing) => thing.owner === id
  return gone
    .filter(({ isGone }) => isGone)
    .map(({ id }) => ({ id, kept: kept.filter(of(id)), held: held.filter(of(id)) }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** Throws a `Refusal` unless it is certain that a project is gone. */
export async function requireGone(cloud: OpenStack, id: string): Promise<void> {
  if (cloud.projectId === undefined || !(await readProject(cloud, cloud.projectId))) throw hidden(cloud)
  if (!(await readProject(cloud, id))) return
  const { zh, en } = codes.projectStands.title
  throw lacking(codes.projectStands, { cloud: cloud.cloud }, { zh: `${id}：${zh}`, en: `${id}: ${en}` })
}

function hidden({ cloud }: OpenStack): Refusal {
  return lacking(codes.cloudHides, { cloud }, codes.cloudHides.title)
}
