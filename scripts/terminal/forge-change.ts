import type { ChangeFacts } from '../../lib/forge/facts.ts'
import { type OpenForge, openForge } from '../forge/index.ts'
import { type DecidedChange, decidedChange } from '../workspace/decided-change.ts'
import type { CommittedPlace, Now } from '../workspace/model-at.ts'
import { loadRepository } from '../workspace/repository.ts'
import { type RunnerPlace, runnerOf } from '../workspace/runner.ts'

/** A change as a forge has it, and what its reviews come to. */
export interface ForgeChange {
  readonly forge: OpenForge
  readonly facts: ChangeFacts
  readonly decided: DecidedChange
}

export type ForgePlace = CommittedPlace & RunnerPlace

/** @throws Refusal where the forge or this clone cannot tell */
export async function forgeChangeOf(
  place: ForgePlace,
  { forge: name, change }: { readonly forge: string; readonly change: number },
): Promise<ForgeChange> {
  return await changeIn(place, forgeNamed(place, name), change, repositoryHere(place))
}

/** A forge of the runner's settings. @throws Refusal for one that they do not name */
export function forgeNamed(place: ForgePlace, name: string): OpenForge {
  return openForge(runnerOf(place).settings, name, place.environment)
}

/** The repository as it lies here. The checkout may be older than the day of the evidence, or of a branch that has none. */
export function repositoryHere(place: ForgePlace): Now {
  return loadRepository(place, { check: false, byRecords: true })
}

/** @throws Refusal where the forge or this clone cannot tell */
export async function changeIn(
  place: ForgePlace,
  forge: OpenForge,
  change: number,
  now: Now,
): Promise<ForgeChange> {
  const { address, repository, repositoryId, target = 'main' } = forge.settings
  const facts = await forge.adapter.readChange(forge.client, repository, change)
  const pinned = { forge: address, repository: repositoryId, target }
  const headRef = forge.adapter.headRef(change)
  return { forge, facts, decided: decidedChange({ place, facts, pinned, now, headRef }) }
}
