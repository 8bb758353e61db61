// What goes with a project, a domain or a security group of a stack, and nobody declared.
import { codes } from '../../lib/deliver/codes.ts'
import { textAt } from '../../lib/deliver/json.ts'
import { idsOfKind, type StateResource } from '../../lib/deliver/state.ts'
import type { CloudThing } from '../../lib/deliver/thing.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import {
  type Collection,
  type LeftoverSearch,
  type NamePart,
  type OwnerKind,
  type People,
  type ResourceType,
  resourceTypes,
} from '../../lib/resource-types/index.ts'
import { fieldOf, isSo, nameOf, passes } from './entry.ts'
import { queryIn } from './find.ts'
import type { OpenStack } from './index.ts'
import { listCollection } from './list-collection.ts'

/** The projects and domains of a stack, by their ids. */
export interface StackOwners {
  readonly projects: readonly string[]
  readonly domains: readonly string[]
}

export function ownersOf(resources: readonly StateResource[]): StackOwners {
  return { projects: idsOfKind(resources, 'project'), domains: idsOfKind(resources, 'domain') }
}

interface LeftoverType {
  readonly entry: ResourceType
  readonly collection: Collection
  readonly leftover: LeftoverSearch
}

const leftoverTypes: readonly LeftoverType[] = resourceTypes.flatMap(entry => {
  const { collection, leftover } = entry
  return collection === undefined || 'not' in leftover ? [] : [{ entry, collection, leftover }]
})

/** In the order in which they are asked; a table of its own, so that a new kind of owner does not compile without it. */
const ownerKinds: Readonly<Record<OwnerKind, (resources: readonly StateResource[]) => readonly string[]>> = {
  project: resources => ownersOf(resources).projects,
  domain: resources => ownersOf(resources).domains,
  'security-group': resources => idsOfKind(resources, 'security-group'),
}

/**
 * Everything in the stack's projects, domains and security groups that is not of the stack, and the credentials by which
 * people act there.
 * @param alsoGoing ids of projects that go with it
 */
export async function leftoversOf(
  cloud: OpenStack,
  resources: readonly StateResource[],
  alsoGoing: ReadonlySet<string>,
): Promise<readonly CloudThing[]> {
  const own = new Set(resources.flatMap(({ attributes }) => textAt(attributes, 'id') ?? []))
  const asking = { ...cloud, list: askingOnce(cloud) }
  const searches = Object.entries(ownerKinds).flatMap(([kind, idsIn]) =>
    idsIn(resources).map(async owner => await leftIn(asking, kind, owner)),
  )
  const found = (await Promise.all(searches)).flat()
  return found.filter(({ id }) => !own.has(id) && !alsoGoing.has(id))
}

/**
 * Everything that lies in a project which is gone. What only it was shown, nobody can ask for any more; and nobody has a
 * role there by which a credential would act: Keystone does not answer who had one.
 */
export async function contentsOfGone(cloud: OpenStack, project: string): Promise<readonly CloudThing[]> {
  const types = leftoverTypes.filter(
    ({ leftover, collection }) =>
      leftover.in === 'project' && leftover.each === undefined && collection.asOwner !== true,
  )
  return await leftOf(types, { ...cloud, list: askingOnce(cloud) }, project)
}

async function leftIn(cloud: OpenStack, kind: string, owner: string): Promise<readonly CloudThing[]> {
  return await leftOf(
    leftoverTypes.filter(({ leftover }) => leftover.in === kind),
    cloud,
    owner,
  )
}

async function leftOf(types: readonly LeftoverType[], cloud: OpenStack, owner: string) {
  return (await Promise.all(types.map(async type => await remaining(cloud, type, owner)))).flat()
}

/** The people of a project are asked for by each kind of their credentials. */
function askingOnce({ list }: OpenStack): OpenStack['list'] {
  const answers = new Map<string, ReturnType<OpenStack['list']>>()
  return (...question) => {
    const key = JSON.stringify(question)
    const answer = answers.get(key) ?? list(...question)
    answers.set(key, answer)
    return answer
  }
}

async function remaining(
  cloud: OpenStack,
  type: LeftoverType,
  owner: string,
): Promise<readonly CloudThing[]> {
  try {
    const { each } = type.leftover
    if (each === undefined) return await listed(cloud, type, { owner }, owner)
    const people = await peopleOf(cloud, each, owner)
    const lists = people.map(
      async person => await listed(cloud, type, { owner, [each.argument]: person }, person),
    )
    return (await Promise.all(lists)).flat()
  } catch (error) {
    // A cloud without the service holds nothing of its kind.
    if (error instanceof Refusal && error.finding.code === codes.serviceMissing.code) return []
    throw error
  }
}

async function peopleOf(cloud: OpenStack, { of, query, id }: People, owner: string) {
  const entries = await listCollection(cloud, of, { owner }, query)
  return [...new Set(entries.flatMap(entry => textAt(entry, ...id) ?? []))]
}

async function listed(
  cloud: OpenStack,
  { entry: { kind, madeByCloud }, collection, leftover }: LeftoverType,
  values: Readonly<Record<string, string>>,
  holder: string,
): Promise<readonly CloudThing[]> {
  const { query, also = [], where = {}, except, id = 'id', name = ownName } = leftover
  const asked = collection.asOwner === true ? await asOwner(cloud, collection, values.owner) : cloud
  const answers = [query, ...also].map(
    async question => await listCollection(asked, collection, values, question),
  )
  const wanted = queryIn(where, place => values[place]) ?? {}
  const things = (await Promise.all(answers))
    .flat()
    .filter(entry => isSo(entry, wanted))
    .filter(entry => madeByCloud === undefined || !passes(entry, madeByCloud))
    .filter(entry => except === undefined || !isSo(entry, except))
    .map(entry => ({ kind, id: fieldOf(entry, id) ?? '', name: nameOf(entry, name), owner: holder }))
  // A service that does not know what tells the questions apart answers each with all.
  return [...new Map(things.map(thing => [thing.id, thing])).values()]
}

const ownName: readonly NamePart[] = [{ first: ['name'] }]

/** Only where the cloud has the service: nobody needs a way into each project for one that is not there. */
async function asOwner(cloud: OpenStack, { service }: Collection, owner = ''): Promise<OpenStack> {
  return cloud.offers(service) ? await cloud.inProject(owner, service) : cloud
}
