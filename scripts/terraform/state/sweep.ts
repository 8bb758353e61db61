import type { DeliveryStack } from '../../../lib/deliver/stack.ts'
import type { CloudThing } from '../../../lib/deliver/thing.ts'
import { requireGone } from '../../openstack/gone-projects.ts'
import { contentsOfGone } from '../../openstack/leftovers.ts'
import { outlivingIn, removeOutliving } from '../../openstack/outliving.ts'
import { cloudIn } from '../connection.ts'
import type { Delivery } from '../delivery.ts'
import { orLacking } from '../preflight.ts'
import type { Surroundings } from '../session.ts'
import { withSession } from '../with-session.ts'

export interface Swept {
  /** What was dropped of what the cloud tells; quotas that it keeps unseen are dropped as well. */
  readonly dropped: readonly CloudThing[]
  /** What lies in the projects: while there is any, nothing is dropped. */
  readonly held: readonly CloudThing[]
}

/**
 * Has the cloud of a zone drop what it keeps of projects that are gone. Throws a `Refusal`, and changes nothing, while one
 * of them stands, or while the account may just not see it.
 * @param stack any of the zone
 */
export async function sweep(
  surroundings: Surroundings,
  delivery: Delivery,
  stack: DeliveryStack,
  projects: readonly string[],
): Promise<Swept> {
  return await withSession(surroundings, delivery, [stack], async access => {
    const cloud = await cloudIn(access, stack.zone)
    return await orLacking(
      (async () => {
        for (const project of projects) await requireGone(cloud, project)
        const held = (await Promise.all(projects.map(async id => await contentsOfGone(cloud, id)))).flat()
        if (held.length > 0) return { dropped: [], held }
        const kept = await outlivingIn(cloud)
        await removeOutliving(cloud, projects)
        return { dropped: kept.filter(({ owner = '' }) => projects.includes(owner)), held }
      })(),
    )
  })
}
