// What terraform and tofu say of their progress with `-json`: one JSON object a line.
// https://developer.hashicorp.com/terraform/internals/machine-readable-ui
import { textAt, valueAt } from './json.ts'

/** What happens to a resource: `replace` is a delete and a create; `import` takes up what exists already. */
export type Action = 'create' | 'update' | 'delete' | 'replace' | 'read' | 'import' | 'move' | 'no-op'

export interface Diagnostic {
  readonly severity: 'error' | 'warning'
  readonly summary: string
  readonly detail: string
  /** The resource at fault, where there is one. */
  readonly address?: string
}

export type EngineEvent =
  | {
      readonly kind: 'planned'
      readonly address: string
      readonly type: string
      readonly action: Action
    }
  /** What was found changed in the cloud since the state was written. */
  | { readonly kind: 'drifted'; readonly address: string }
  | {
      readonly kind: 'started' | 'errored' | 'completed'
      readonly address: string
      readonly action: Action
    }
  /** The cloud is asked for what is in the state. */
  | { readonly kind: 'refreshing'; readonly address: string }
  | { readonly kind: 'diagnostic'; readonly diagnostic: Diagnostic }

/** Undefined for lines that say nothing of use, and for text that is no event at all. */
export function eventOf(line: string): EngineEvent | undefined {
  const value = parsed(line)
  const read = readers[textAt(value, 'type') ?? '']
  return read?.(value)
}

/** The events of a log; its last line may be cut off where the writer was killed. */
export function eventsOf(log: string): readonly EngineEvent[] {
  return log.split('\n').flatMap(line => eventOf(line) ?? [])
}

type Read = (value: unknown) => EngineEvent | undefined

const readers: Readonly<Record<string, Read | undefined>> = {
  planned_change: value => {
    const address = textAt(value, 'change', 'resource', 'addr')
    if (address === undefined) return undefined
    const type = textAt(value, 'change', 'resource', 'resource_type') ?? ''
    return { kind: 'planned', address, type, action: actionOf(textAt(value, 'change', 'action')) }
  },
  resource_drift: value => {
    const address = textAt(value, 'change', 'resource', 'addr')
    return address === undefined ? undefined : { kind: 'drifted', address }
  },
  refresh_start: value => {
    const address = textAt(value, 'hook', 'resource', 'addr')
    return address === undefined ? undefined : { kind: 'refreshing', address }
  },
  apply_start: value => hook('started', value),
  apply_errored: value => hook('errored', value),
  apply_complete: value => hook('completed', value),
  diagnostic: value => ({ kind: 'diagnostic', diagnostic: diagnosticOf(valueAt(value, 'diagnostic')) }),
}

function hook(kind: 'started' | 'errored' | 'completed', value: unknown): EngineEvent | undefined {
  const address = textAt(value, 'hook', 'resource', 'addr')
  return address === undefined
    ? undefined
    : { kind, address, action: actionOf(textAt(value, 'hook', 'action')) }
}

function diagnosticOf(value: unknown): Diagnostic {
  const address = textAt(value, 'address')
  return {
    severity: textAt(value, 'severity') === 'warning' ? 'warning' : 'error',
    summary: textAt(value, 'summary') ?? '',
    detail: textAt(value, 'detail') ?? '',
    ...(address === undefined ? {} : { address }),
  }
}

const actions: ReadonlySet<string> = new Set<Action>([
  'create',
  'update',
  'delete',
  'replace',
  'read',
  'import',
  'move',
])

function isAction(text: string): text is Action {
  return actions.has(text)
}

function actionOf(text: string | undefined): Action {
  return text !== undefined && isAction(text) ? text : 'no-op'
}

function parsed(line: string): unknown {
  if (!line.startsWith('{')) return undefined
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
