import { stackPolicyCodes } from '../codes.ts'
import { type Fault, recordOf, type StackCheck, type StackView } from '../stack-view.ts'

/** By type of backend: which settings it may have, and the one that tells one stack's state from another's. */
const backends: Readonly<Record<string, { readonly key: string; readonly settings: readonly string[] }>> = {
  local: { key: 'path', settings: ['path'] },
  pg: { key: 'schema_name', settings: ['schema_name'] },
  s3: {
    key: 'key',
    settings: [
      'bucket',
      'key',
      'region',
      'endpoints',
      'use_lockfile',
      'use_path_style',
      'skip_credentials_validation',
      'skip_metadata_api_check',
      'skip_region_validation',
      'skip_requesting_account_id',
    ],
  },
  http: {
    key: 'address',
    settings: ['address', 'lock_address', 'lock_method', 'unlock_address', 'unlock_method'],
  },
}

function* backendFaults({ configuration, name }: StackView): Generator<Fault> {
  const path = ['terraform', 'backend']
  const backend = Object.entries(recordOf(recordOf(configuration.terraform).backend))
  const [type = '', settings] = backend[0] ?? []
  const rules = Object.hasOwn(backends, type) ? backends[type] : undefined
  if (backend.length !== 1 || rules === undefined) {
    yield fault(path, '必须恰有一个许可的状态后端', 'there has to be exactly one backend of an allowed type')
    return
  }
  const given = recordOf(settings)
  for (const setting of Object.keys(given).filter(setting => !rules.settings.includes(setting))) {
    yield fault([...path, type, setting], `不允许写 ${setting}`, `${setting} may not be given`)
  }
  yield* keyFaults([...path, type, rules.key], type, given[rules.key], name)
}

function* keyFaults(path: Fault['path'], type: string, key: unknown, stack: string): Generator<Fault> {
  const text = typeof key === 'string' ? key : ''
  if (!text.includes(stack) && !/__[0-9a-f]{40}$/.test(text)) {
    yield fault(path, '键中没有栈名', 'the key does not hold the name of the stack')
  }
  if (type === 'local' && /^(?:[\\/~]|[A-Za-z]:)/.test(text)) {
    yield fault(path, '本地路径必须是相对路径', 'a local path has to be relative')
  }
}

function fault(path: Fault['path'], zh: string, en: string): Fault {
  return { path, message: { zh, en } }
}

export const backendChecks: readonly StackCheck[] = [
  { definition: stackPolicyCodes.backendNotAllowed, faults: backendFaults },
]
