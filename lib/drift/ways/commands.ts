// What is typed at a cloud to take something out of it. A name from a cloud never becomes a part of a command.
import type { CloudPlace } from '../../finding/finding.ts'

type CloudObject = NonNullable<CloudPlace['object']>

/** As the client of OpenStack calls what goes without anything else going with it. */
const openings: Readonly<Record<string, string>> = {
  'security-group-rule': 'security group rule delete',
  'rbac-policy': 'network rbac delete',
  'application-credential': 'application credential delete',
  'ec2-key': 'ec2 credentials delete',
  trust: 'trust delete',
  'volume-transfer': 'volume transfer request delete',
}

/** Also what something may depend on, or what holds data: whoever types it has looked first. */
const objects: Readonly<Record<string, string>> = {
  ...openings,
  'security-group': 'security group delete',
  'floating-ip': 'floating ip delete',
  group: 'group delete',
  network: 'network delete',
  port: 'port delete',
  project: 'project delete',
  'qos-policy': 'network qos policy delete',
  router: 'router delete',
  server: 'server delete',
  subnet: 'subnet delete',
  user: 'user delete',
  volume: 'volume delete',
}

/** Takes an opening back, where it is a thing of its own; undefined for what is a property of something else. */
export function closing(cloud: string, object: CloudObject): string | undefined {
  return commandOf(openings, cloud, object)
}

/** Removes an object that belongs to nobody. */
export function removing(cloud: string, object: CloudObject): string | undefined {
  return commandOf(objects, cloud, object)
}

const word = /^[0-9A-Za-z][0-9A-Za-z._-]*$/

function commandOf(verbs: Readonly<Record<string, string>>, cloud: string, { kind, id }: CloudObject) {
  const verb = Object.hasOwn(verbs, kind) ? verbs[kind] : undefined
  if (verb === undefined || !word.test(id) || !word.test(cloud)) return undefined
  return `openstack --os-cloud ${cloud} ${verb} ${id}`
}
