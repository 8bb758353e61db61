import type { ChangeFacts } from '../../lib/forge/facts.ts'
import { type OpenForge, openForge } from '../forge/index.ts'
import { type DecidedChange, decidedChange } from '../workspace/decided-change.ts'
import type { CommittedPlace } from '../workspace/model-at.ts'
import { loadRepository } from '../workspace/repository.ts'
import { type RunnerPlace, runnerOf } from '../workspace/runner.ts'

/** A change as a forge has it, and what its reviews come to. */
export interface ForgeChange {
  readonly forge: OpenForge
  readonly facts: ChangeFacts
  readonly decided: DecidedChange
}

/** @throws Refusal where the forge or this clone cannot tell */
export async function forgeChangeOf(
  place: CommittedPlace & RunnerPlace,
  { forge: name, change }: { readonly forge: string; readonly change: number },
): Promise<ForgeChange> {
  const forge = openForge(runnerOf(place).settings, name, place.environment)
  const { address, repository, repositoryId, target = 'main' } = forge.settings
  const facts = await forge.adapter.readChange(forge.client, repository, change)
  const decided = decidedChange({
    place,
    facts,
    pinned: { forge: address, repository: repositoryId, target },
    // The checkout may be older than that day, or of a branch that has none.
    now: loadRepository(place, { check: false, byRecords: true }),
  })
  return { forge, facts, decided }
}
