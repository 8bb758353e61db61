import { isRecord, textAt, valueAt } from '../../lib/deliver/json.ts'
import type { CloudThing } from '../../lib/deliver/thing.ts'
import { filled, type StackType } from '../../lib/resource-types/index.ts'
import type { OpenStack } from './index.ts'

export interface Limits {
  readonly address: string
  readonly projectId: string
  readonly type: StackType
  /** The limits asked for, under the names that the API has for them. */
  readonly limits: Readonly<Record<string, number>>
}

/** The limits that are below what is in use, one a thing. A limit below 0 is none. */
export async function limitsBelowUsage(
  cloud: OpenStack,
  { address, projectId, type, limits }: Limits,
): Promise<readonly CloudThing[]> {
  const { usage } = type
  const path = usage && filled(usage.path, () => encodeURIComponent(projectId))
  if (usage === undefined || path === undefined) return []
  const { body } = await cloud.request(usage.service, 'GET', path, { query: usage.query ?? {} })
  return Object.entries(limits).flatMap(([name, limit]) => {
    const counted = valueAt(body, usage.key, name)
    const used = usage.used.reduce((sum, field) => sum + numberIn(counted, field), 0)
    if (limit < 0 || used <= limit) return []
    const note = `${name}: ${limit} < ${used}`
    return [{ kind: type.kind, id: projectId, name: '', address, note }]
  })
}

function numberIn(value: unknown, field: string): number {
  const number = isRecord(value) ? Number(value[field] ?? textAt(value, field)) : 0
  return Number.isFinite(number) ? number : 0
}
