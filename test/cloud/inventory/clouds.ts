import { labCloudNames, signInAsAdmin } from '../clouds.ts'
import { type Inventory, takeInventory } from './inventory.ts'

/** What each cloud holds, by the cloud's name. */
export type Clouds = Readonly<Record<string, Inventory>>

export async function takeInventories(): Promise<Clouds> {
  const taken = labCloudNames().map(
    async name => [name, await takeInventory(await signInAsAdmin(name))] as const,
  )
  return Object.fromEntries(await Promise.all(taken))
}
