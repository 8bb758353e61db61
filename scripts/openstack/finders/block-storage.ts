import { isRecord, textAt } from '../../../lib/deliver/json.ts'
import type { Find } from './finder.ts'
import { foundById } from './identity.ts'

export const volumeType: Find = async (cloud, argument) => {
  const name = await argument('name')
  const types = await cloud.list('block-storage', '/types', 'volume_types', { is_public: 'None' })
  return foundById(types.find(entry => textAt(entry, 'name') === name))
}

export const volumeTypeAccess: Find = async (cloud, argument) => {
  const [type, projectId] = [await argument('volume_type_id'), await argument('project_id')]
  if (type === undefined || projectId === undefined) return undefined
  const list = await cloud.list('block-storage', `/types/${type}/os-volume-type-access`, 'volume_type_access')
  const found = list.find(entry => textAt(entry, 'project_id') === projectId)
  return isRecord(found) ? { importId: `${type}/${projectId}`, values: found } : undefined
}

export const qosSpecs: Find = async (cloud, argument) => {
  const name = await argument('name')
  const list = await cloud.list('block-storage', '/qos-specs', 'qos_specs')
  return foundById(list.find(entry => textAt(entry, 'name') === name))
}
