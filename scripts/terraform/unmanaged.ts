import { existsSync } from 'node:fs'
import { textAt } from '../../lib/deliver/json.ts'
import type { Failure } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { resourcesOf } from '../../lib/deliver/state.ts'
import { type UnmanagedObject, unmanagedAmong } from '../../lib/deliver/unmanaged.ts'
import { connect } from '../openstack/index.ts'
import { objectsOf } from '../openstack/unmanaged/objects.ts'
import {
  forgottenUnits,
  type KnownStack,
  scopesInCloud,
  scopesOfStack,
} from '../openstack/unmanaged/owner-scopes.ts'
import { filesOf } from '../workspace/delivery-files.ts'
import { cloudFailure } from './cloud-failure.ts'
import type { Access } from './session.ts'
import { readState } from './state.ts'

export interface UnmanagedFound {
  readonly found: readonly UnmanagedObject[]
  /** Zones that could not be looked through, and why. */
  readonly unseen: readonly { readonly zone: string; readonly failure: Failure }[]
  /** The stacks that have a state, with what it holds. */
  readonly known: readonly KnownStack[]
}

export const nothingUnmanaged: UnmanagedFound = { found: [], unseen: [], known: [] }

/** Where to look. */
export interface Search {
  /** Whatever the clouds may hold: what the repository asks for, and what it once did. */
  readonly possible: readonly DeliveryStack[]
  /** Whose places are looked at. */
  readonly chosen: readonly DeliveryStack[]
  /** Whether nobody named any: then also those of units that the repository no longer speaks of. */
  readonly everything: boolean
}

/** Looks through the clouds of the stacks chosen for what lies in our places and is in no state. */
export async function findUnmanaged(session: Access, search: Search): Promise<UnmanagedFound> {
  const zones = new Set(search.chosen.map(({ zone }) => zone))
  const looked = [...zones].map(async zone => {
    try {
      return { zone, looked: await unmanagedIn(session, zone, search) }
    } catch (error) {
      const failure = cloudFailure(error)
      if (failure === undefined) throw error
      return { zone, failure }
    }
  })
  const results = await Promise.all(looked)
  return {
    found: results.flatMap(({ looked }) => looked?.found ?? []),
    known: results.flatMap(({ looked }) => looked?.known ?? []),
    unseen: results.flatMap(({ zone, failure }) => (failure === undefined ? [] : [{ zone, failure }])),
  }
}

async function unmanagedIn(
  session: Access,
  zone: string,
  search: Search,
): Promise<Pick<UnmanagedFound, 'found' | 'known'>> {
  const stacks = search.possible.filter(stack => stack.zone === zone)
  const isChosen = new Set(search.chosen.map(({ name }) => name))
  const known = await knownStacks(session, stacks, isChosen)
  const ids = known.flatMap(({ resources }) =>
    resources.flatMap(({ attributes }) => textAt(attributes, 'id') ?? []),
  )
  const objects = await objectsOf(await connect(session.cloudOf(zone)))
  const units = stacks.flatMap(({ kind, address = '' }) => (kind === 'unit' ? [address] : []))
  const forgotten = search.everything ? forgottenUnits(objects, units) : []
  const scopes = [...known.flatMap(scopesOfStack), ...scopesInCloud(zone, [...units, ...forgotten])]
  const isPossible = new Set(stacks.map(({ name }) => name))
  const found = unmanagedAmong(objects, scopes, new Set(ids)).filter(
    ({ stack }) => isChosen.has(stack) || (search.everything && !isPossible.has(stack)),
  )
  return { found, known }
}

/** A state on the disk costs nothing to read; one that its backend has to be asked for is read of those chosen. */
async function knownStacks(
  session: Access,
  stacks: readonly DeliveryStack[],
  isChosen: ReadonlySet<string>,
): Promise<readonly KnownStack[]> {
  const known: KnownStack[] = []
  for (const stack of stacks) {
    const files = filesOf(session.workspace, stack.name)
    const isAtHand = existsSync(filesOf(session.home, stack.name).state)
    if (!isAtHand && !(isChosen.has(stack.name) && existsSync(files.configuration))) continue
    known.push({ stack, resources: resourcesOf(await readState(session, stack, files)) })
  }
  return known
}
