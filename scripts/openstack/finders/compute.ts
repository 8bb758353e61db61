import { isRecord, numberAt, textAt } from '../../../lib/deliver/json.ts'
import type { Find } from './finder.ts'
import { foundById } from './identity.ts'

/** Our flavors have ids of our own making. */
export const flavor: Find = async (cloud, argument) => {
  const id = await argument('flavor_id')
  const flavors = await cloud.list('compute', '/flavors', 'flavors', { is_public: 'None' })
  return foundById(flavors.find(entry => textAt(entry, 'id') === id))
}

export const flavorAccess: Find = async (cloud, argument) => {
  const [flavorId, tenant] = [await argument('flavor_id'), await argument('tenant_id')]
  if (flavorId === undefined || tenant === undefined) return undefined
  const path = `/flavors/${encodeURIComponent(flavorId)}/os-flavor-access`
  const list = await cloud.list('compute', path, 'flavor_access')
  const found = list.find(entry => textAt(entry, 'tenant_id') === tenant)
  return isRecord(found) ? { importId: `${flavorId}/${tenant}`, values: found } : undefined
}

/** Nova counts aggregates. */
export const aggregate: Find = async (cloud, argument) => {
  const name = await argument('name')
  const list = await cloud.list('compute', '/os-aggregates', 'aggregates')
  const found = list.find(entry => textAt(entry, 'name') === name)
  const id = numberAt(found, 'id')
  return id === undefined || !isRecord(found) ? undefined : { importId: String(id), values: found }
}
