import { type CloudEntry, connect, type OpenStack } from '../openstack/index.ts'
import type { Access } from './session.ts'

interface Connection {
  readonly since: number
  readonly cloud: Promise<OpenStack>
}

/** Well below the hour that Keystone's tokens last at the least. */
const keptMs = 5 * 60 * 1000
const connections = new WeakMap<CloudEntry, Connection>()

/** The cloud of a zone: every stack of a run asks it something, and Keystone need not be asked for a token each time. */
export async function cloudIn(session: Access, zone: string): Promise<OpenStack> {
  const entry = session.cloudOf(zone)
  const known = connections.get(entry)
  if (known !== undefined && Date.now() - known.since < keptMs) return await known.cloud
  const cloud = connect(entry)
  connections.set(entry, { since: Date.now(), cloud })
  cloud.catch(() => connections.delete(entry))
  return await cloud
}
