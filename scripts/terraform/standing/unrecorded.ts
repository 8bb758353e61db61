// What stands in the cloud as the configuration describes it, and is not in the state.
import { barred } from '../../../lib/deliver/barred.ts'
import { codes } from '../../../lib/deliver/codes.ts'
import { isRecord, textAt, valueAt } from '../../../lib/deliver/json.ts'
import type { Failure } from '../../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../../lib/deliver/stack.ts'
import type { StateResource } from '../../../lib/deliver/state.ts'
import type { CloudThing } from '../../../lib/deliver/thing.ts'
import { type CreatedType, entryOf } from '../../../lib/resource-types/index.ts'
import { firstFieldOf } from '../../openstack/entry.ts'
import type { Found } from '../../openstack/find.ts'
import type { OpenStack } from '../../openstack/index.ts'
import { lookUp } from '../adopt/look-up.ts'

/** Something that could be taken up. */
export interface Unrecorded extends CloudThing {
  readonly address: string
  /** What terraform imports it by. */
  readonly importId: string
  /** Whether nothing speaks against its being ours. */
  readonly isOurs: boolean
}

export interface UnrecordedSearch {
  readonly cloud: OpenStack
  readonly stack: DeliveryStack
  readonly configuration: unknown
  readonly resources: readonly StateResource[]
}

/**
 * Looks for all that the configuration describes and the state does not have. In a new stack that costs one or two
 * requests: where its project is not, nothing can lie in it.
 */
export async function unrecordedObjects({
  cloud,
  stack,
  configuration,
  resources,
}: UnrecordedSearch): Promise<readonly Unrecorded[]> {
  const state = new Map(resources.map(({ address, attributes }) => [address, attributes]))
  const managed = new Set(resources.map(({ attributes }) => textAt(attributes, 'id')))
  const find = lookUp({ cloud: askingOnce(cloud), configuration, state })
  const wanted = createdIn(configuration).filter(({ address }) => !state.has(address))
  const project = wanted.find(({ type }) => type.kind === 'project')
  const isBare =
    stack.kind === 'system' && project !== undefined && (await find(project.address)) === undefined
  if (isBare) return []
  const found = await Promise.all(wanted.map(async each => ({ ...each, found: await find(each.address) })))
  return found.flatMap(({ address, type, written, found }) =>
    found === undefined || managed.has(found.importId) ? [] : [unrecorded(address, type, written, found)],
  )
}

/** Twenty flavors are found in one list. */
function askingOnce(cloud: OpenStack): OpenStack {
  const answers = new Map<string, Promise<readonly unknown[]>>()
  const list: OpenStack['list'] = (service, path, key, query = {}) => {
    const question = JSON.stringify([service, path, key, query])
    const known = answers.get(question)
    if (known !== undefined) return known
    const answer = cloud.list(service, path, key, query)
    answers.set(question, answer)
    return answer
  }
  return { ...cloud, list }
}

/** Why a stack is not begun while they stand. What is another's is named by itself: nobody may take it up. */
export function standingFailure(stack: DeliveryStack, standing: readonly Unrecorded[]): Failure | undefined {
  const foreign = standing.filter(({ isOurs }) => !isOurs)
  if (foreign.length > 0) return barred(codes.conflict, stack.name, foreign)
  if (standing.length === 0) return undefined
  return barred(codes.standsUnrecorded, stack.name, standing, `tenantry apply --adopt ${stack.name}`)
}

interface Written {
  readonly address: string
  readonly type: CreatedType
  readonly written: Readonly<Record<string, unknown>>
}

function createdIn(configuration: unknown): readonly Written[] {
  return entriesOf(valueAt(configuration, 'resource')).flatMap(([typeName, byName]) =>
    entriesOf(byName).flatMap(([name, written]) => {
      if (!isRecord(written)) return []
      const type = entryOf(typeName, written)
      return type?.collection === undefined ? [] : [{ address: `${typeName}.${name}`, type, written }]
    }),
  )
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isRecord(value) ? Object.entries(value) : []
}

function unrecorded(
  address: string,
  { kind, identity }: CreatedType,
  written: Readonly<Record<string, unknown>>,
  { importId, values }: Found,
): Unrecorded {
  const owner = firstFieldOf(values, ['project_id', 'tenant_id', 'domain_id', 'target_tenant'])
  return {
    address,
    kind,
    importId,
    id: importId,
    name: textAt(values, 'name') ?? '',
    ...(owner === undefined ? {} : { owner }),
    isOurs: (identity.marks ?? []).every(
      field => typeof written[field] !== 'string' || textAt(values, field) === written[field],
    ),
  }
}
