import { textAt } from '../../deliver/json.ts'
import type { ListingName } from './listings.ts'
import { ownerOf } from './owner.ts'

/** Everything that a cloud answered. What is asked for each entry of another listing says under `of` for which. */
export interface CloudAnswers {
  /** Its name in clouds.yaml. */
  readonly name: string
  /** Its cloud and region, as models name them. */
  readonly cloud: string
  readonly byListing: ReadonlyMap<ListingName, readonly unknown[]>
}

/** The answers, to look things up in. */
export interface CloudLists extends CloudAnswers {
  readonly of: (listing: ListingName) => readonly unknown[]
  readonly find: (listing: ListingName, id: string | undefined) => unknown
  readonly ownedBy: (listing: ListingName, project: string | undefined) => readonly unknown[]
}

export function listsOf(answers: CloudAnswers): CloudLists {
  const of = (listing: ListingName) => answers.byListing.get(listing) ?? []
  const byId = indexed(of, entry => textAt(entry, 'id'))
  const byOwner = indexed(of, ownerOf)
  return {
    ...answers,
    of,
    find: (listing, id) => byId(listing, id)[0],
    ownedBy: byOwner,
  }
}

/** Made when it is first asked for. */
function indexed(
  of: (listing: ListingName) => readonly unknown[],
  keyOf: (entry: unknown) => string | undefined,
): (listing: ListingName, key: string | undefined) => readonly unknown[] {
  const made = new Map<ListingName, ReadonlyMap<string | undefined, readonly unknown[]>>()
  return (listing, key) => {
    const index = made.get(listing) ?? Map.groupBy(of(listing), keyOf)
    made.set(listing, index)
    return key === undefined ? [] : (index.get(key) ?? [])
  }
}
