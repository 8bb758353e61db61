import { isRecord, textAt } from '../../../lib/deliver/json.ts'
import type { Find, Found } from './finder.ts'

/** An object that terraform knows by its id. */
export function foundById(object: unknown): Found | undefined {
  const id = textAt(object, 'id')
  return id === undefined || !isRecord(object) ? undefined : { importId: id, values: object }
}

/** A domain is a project of its own kind; terraform has one type for both. */
export const project: Find = async (cloud, argument) => {
  const name = (await argument('name')) ?? ''
  if ((await argument('is_domain')) === 'true')
    return foundById((await cloud.list('identity', '/domains', 'domains', { name }))[0])
  const domain = await argument('domain_id')
  if (domain === undefined) return undefined
  return foundById((await cloud.list('identity', '/projects', 'projects', { name, domain_id: domain }))[0])
}

export const group: Find = async (cloud, argument) => {
  const [name = '', domain] = [await argument('name'), await argument('domain_id')]
  if (domain === undefined) return undefined
  return foundById((await cloud.list('identity', '/groups', 'groups', { name, domain_id: domain }))[0])
}

export const role: Find = async (cloud, argument) =>
  foundById((await cloud.list('identity', '/roles', 'roles', { name: (await argument('name')) ?? '' }))[0])
