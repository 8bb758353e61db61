import type { DeliveryStack } from '../../../lib/deliver/stack.ts'
import { resourcesOf } from '../../../lib/deliver/state.ts'
import type { OpenStack } from '../../openstack/index.ts'
import { type Readable, readableOf, readBack } from '../../openstack/read-back.ts'
import { filesOf, stacksWithState } from '../../workspace/delivery-files.ts'
import type { Access } from '../session.ts'
import { stackOfName } from '../stacks.ts'
import { readState } from '../state.ts'

/** How many others are asked for. */
const asked = 20

/** Whether the cloud shows us some other object of the same service, of this stack or of another one in the zone. */
export async function seesService(
  session: Access,
  cloud: OpenStack,
  stack: DeliveryStack,
  { service, id }: Readable,
): Promise<boolean> {
  const names = new Set([stack.name, ...stacksWithState(session.home)])
  let left = asked
  for (const other of [...names].flatMap(name => stackOfName(name) ?? [])) {
    if (other.zone !== stack.zone) continue
    const state = await readState(session, other, filesOf(session.workspace, other.name))
    const others = readableOf(resourcesOf(state)).filter(each => each.service === service && each.id !== id)
    for (const each of others.slice(0, left)) {
      if ((await readBack(cloud, each)) === 'seen') return true
      left -= 1
    }
    if (left <= 0) return false
  }
  return false
}
