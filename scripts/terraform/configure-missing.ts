import { existsSync } from 'node:fs'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { emptyStackText } from '../../stacks/empty-stack.ts'
import { synthesiseEach } from '../../stacks/synthesise.ts'
import type { CachePlace } from '../store/directory.ts'
import { openSynthesisCache } from '../store/synthesis-cache.ts'
import { filesOf, makeDirectory, type Workspace, writeAtomically } from '../workspace/delivery-files.ts'
import type { Delivery } from './delivery.ts'

/**
 * A stack whose directory is lost is made anew; one that the repository no longer asks for gets the backend and provider
 * of its zone, for Terraform needs no more to destroy.
 */
export async function configureMissing(
  place: CachePlace,
  workspace: Workspace,
  { jobs, outline }: Delivery,
  stacks: readonly DeliveryStack[],
): Promise<void> {
  const missing = stacks.filter(({ name }) => !existsSync(filesOf(workspace, name).configuration))
  const names = new Set(missing.map(({ name }) => name))
  const cache = openSynthesisCache(place)
  const wanted = jobs.filter(({ name }) => names.has(name))
  const write = (name: string, content: string | Uint8Array) => {
    makeDirectory(filesOf(workspace, name).directory)
    writeAtomically(filesOf(workspace, name).configuration, content)
    names.delete(name)
  }
  for await (const { name, bytes } of synthesiseEach(wanted, { cache })) write(name, bytes)
  for (const { name, zone: id } of missing) {
    const zone = outline.zones.find(({ zone }) => zone.id === id)?.zone
    if (names.has(name) && zone !== undefined) write(name, emptyStackText(zone, name))
  }
}
