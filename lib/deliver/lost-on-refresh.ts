import { isRecord, valueAt } from './json.ts'
import type { Change } from './resource-changes.ts'
import type { StateResource } from './state.ts'

/**
 * What a state has and a refresh did not find: it is planned to be made, or, where nobody asks for it any more, not even
 * to be removed.
 */
export function lostOnRefresh(
  resources: readonly StateResource[],
  configuration: unknown,
  changes: readonly Change[],
): readonly StateResource[] {
  const actions = new Map(changes.map(({ address, action }) => [address, action]))
  return resources.filter(({ address, type }) => {
    if (type === 'terraform_data') return false
    const action = actions.get(address)
    return action === 'create' || (action === undefined && !isAskedFor(configuration, address))
  })
}

function isAskedFor(configuration: unknown, address: string): boolean {
  const [type = '', name = ''] = address.split('.')
  return isRecord(valueAt(configuration, 'resource', type, name))
}
