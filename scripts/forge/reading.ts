import { forgeCodes as codes } from '../../lib/forge/codes.ts'
import type { ChangeFacts } from '../../lib/forge/facts.ts'
import { field, integer, UnknownShape } from '../../lib/forge/shape.ts'
import type { ForgeClient } from './client.ts'
import { forgeRefusal } from './refusals.ts'

/** @throws Refusal for an answer that is not known, which is thrown as such below */
export async function understood<T>(client: ForgeClient, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof UnknownShape)) throw error
    throw forgeRefusal(codes.unknownShape, client.address, error.message, error)
  }
}

/** The number of the account whose the token is, where a forge tells it as all do. */
export async function ownAccount(client: ForgeClient): Promise<number> {
  return await understood(client, async () => {
    const { body } = await client.request('GET', '/user')
    return integer(field({ place: 'user', value: body }, 'id'))
  })
}

type Moving = Pick<ChangeFacts, 'head' | 'targetTip' | 'state'> & { readonly updated: string }

const mostReadings = 3

/**
 * Several answers make up the facts of a change: they are read again until nothing has moved between the first and the last.
 *
 * @throws Refusal where it goes on moving
 */
export async function consistent<T extends Moving>(
  client: ForgeClient,
  change: string,
  look: () => Promise<T>,
  read: (seen: T) => Promise<ChangeFacts>,
): Promise<ChangeFacts> {
  let before = await look()
  for (let reading = 0; reading < mostReadings; reading += 1) {
    const facts = await read(before)
    const after = await look()
    if (isSame(before, after)) return facts
    before = after
  }
  throw forgeRefusal(codes.moving, client.address, change)
}

/** Reviews do not always move the stamp, and are read whole in any case. */
function isSame(a: Moving, b: Moving): boolean {
  return a.updated === b.updated && a.head === b.head && a.targetTip === b.targetTip && a.state === b.state
}

const pausesMs = [500, 1_000, 2_000]

/**
 * What is found now or in a moment: a forge moves the branch before it says of a change that it is merged, and whoever looks
 * between the two would take the merge for a push.
 */
export async function soon<T>(
  client: ForgeClient,
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  for (const pauseMs of pausesMs) {
    const found = await look()
    if (found !== undefined) return found
    await client.wait(pauseMs)
  }
  return await look()
}
