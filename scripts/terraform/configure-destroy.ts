import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { emptyStackText } from '../../stacks/empty-stack.ts'
import { stackName } from '../../stacks/names.ts'
import { synthesiseEach } from '../../stacks/synthesise.ts'
import type { CachePlace } from '../store/directory.ts'
import { openSynthesisCache } from '../store/synthesis-cache.ts'
import { filesOf } from '../workspace/delivery-files.ts'
import type { Delivery } from './delivery.ts'
import { layOut } from './lay-out.ts'
import type { Access } from './session.ts'

/**
 * Lays stacks out that are to be destroyed. One that the repository no longer asks for, or whose configuration does not
 * stand its proof, gets the backend and provider of its zone, for Terraform needs no more to destroy.
 */
export async function configureDestroy(
  place: CachePlace,
  session: Access,
  { jobs, outline }: Delivery,
  stacks: readonly DeliveryStack[],
): Promise<void> {
  const names = new Set(stacks.map(({ name }) => name))
  const cache = openSynthesisCache(place)
  const wanted = jobs.filter(({ name }) => names.has(name))
  const write = async (name: string, content: string | Uint8Array) => {
    await layOut(session, filesOf(session.workspace, name), content)
    names.delete(name)
  }
  for await (const { name, bytes, findings } of synthesiseEach(wanted, { cache })) {
    if (findings.length === 0) await write(name, bytes)
  }
  for (const { name, zone: id } of stacks) {
    const zone = outline.zones.find(({ zone }) => zone.id === id)?.zone
    if (names.has(name) && zone !== undefined) await write(name, emptyStackText(zone, name))
  }
}

/** The stacks and the platforms of their zones: by a zone's own objects it is seen whether the account sees at all. */
export function withPlatforms(
  { stacks }: Delivery,
  present: readonly DeliveryStack[],
): readonly DeliveryStack[] {
  const platforms = new Set(present.map(({ zone }) => stackName.platform(zone)))
  const others = stacks.filter(stack => platforms.has(stack.name) && !present.includes(stack))
  return [...others, ...present]
}
