import { isRecord } from './json.ts'
import { Mark, type PlannedChange, type PlanValue, type PlanValues, type StackPlan } from './plan.ts'

/** What a stack that cannot be planned yet will create: all that its configuration holds. */
export function newStackPlan(configuration: unknown): StackPlan {
  const changes = entriesIn(configuration, 'resource').flatMap(([type, byName]) =>
    Object.entries(isRecord(byName) ? byName : {}).map(([name, body]) => created(type, name, body)),
  )
  return { changes, drift: [] }
}

function entriesIn(value: unknown, key: string): readonly (readonly [string, unknown])[] {
  const found = isRecord(value) ? value[key] : undefined
  return Object.entries(isRecord(found) ? found : {})
}

function created(type: string, name: string, body: unknown): PlannedChange {
  return {
    address: `${type}.${name}`,
    type,
    action: 'create',
    before: undefined,
    after: valuesIn(body),
    replacedFor: [],
    hiddenChanges: [],
  }
}

/** These say how terraform goes about a resource, and nothing of it. */
const metaArguments: ReadonlySet<string> = new Set(['depends_on', 'lifecycle', 'provider', 'provisioner'])

function valuesIn(body: unknown): PlanValues {
  const entries = Object.entries(isRecord(body) ? body : {}).filter(([key]) => !metaArguments.has(key))
  return Object.fromEntries(entries.map(([key, value]) => [key, valueIn(value)]))
}

/** What refers to something else is known once that stands. */
function valueIn(value: unknown): PlanValue {
  if (typeof value === 'string') return /(?<!\$)\$\{/.test(value) ? Mark.unknown : value
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map(valueIn)
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, valueIn(item)]))
    : null
}
