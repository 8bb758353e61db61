import type { ChangeFacts } from '../../lib/forge/facts.ts'
import { type OpenForge, openForge } from '../forge/index.ts'
import { type DecidedChange, decidedChange } from '../workspace/decided-change.ts'
import type { CommittedPlace, Now } from '../workspace/model-at.ts'
import { loadRepository } from '../workspace/repository.ts'
import { type RunnerPlace, runnerOf } from '../workspace/runner.ts'
import { type KeptStatements, noStatements, statementsIn } from '../workspace/statements.ts'

/** A change as a forge has it, and what its reviews come to. */
export interface ForgeChange {
  readonly forge: OpenForge
  readonly facts: ChangeFacts
  readonly decided: DecidedChange
  /** What was signed, and what of it is not as it was signed. */
  readonly kept: KeptStatements
}

export type ForgePlace = CommittedPlace & RunnerPlace

/**
 * @param folder of signed statements, where another than that of the settings is named
 * @throws Refusal where the forge or this clone cannot tell
 */
export async function forgeChangeOf(
  place: ForgePlace,
  { forge: name, change }: { readonly forge: string; readonly change: number },
  folder?: string,
): Promise<ForgeChange> {
  const forge = forgeNamed(place, name)
  const kept = keptStatements(folder ?? forge.settings.statements)
  return await changeIn(place, forge, change, { now: repositoryHere(place), kept })
}

/** @throws Refusal where a folder is named that cannot be read */
export function keptStatements(folder: string | undefined): KeptStatements {
  return folder === undefined ? noStatements : statementsIn(folder)
}

/** A forge of the runner's settings. @throws Refusal for one that they do not name */
export function forgeNamed(place: ForgePlace, name: string): OpenForge {
  return openForge(runnerOf(place).settings, name, place.environment)
}

/** The repository as it lies here. The checkout may be older than the day of the evidence, or of a branch that has none. */
export function repositoryHere(place: ForgePlace): Now {
  return loadRepository(place, { check: false, byRecords: true })
}

/** What every change is judged with. */
export interface AtHand {
  readonly now: Now
  readonly kept: KeptStatements
}

/** @throws Refusal where the forge or this clone cannot tell */
export async function changeIn(
  place: ForgePlace,
  forge: OpenForge,
  change: number,
  { now, kept }: AtHand,
): Promise<ForgeChange> {
  const { address, repository, repositoryId, target = 'main' } = forge.settings
  const facts = await forge.adapter.readChange(forge.client, repository, change)
  const pinned = { forge: address, repository: repositoryId, target }
  const headRef = forge.adapter.headRef(change)
  const { statements } = kept
  const decided = decidedChange({ place, facts, statements, pinned, now, headRef })
  return { forge, facts, decided, kept }
}
