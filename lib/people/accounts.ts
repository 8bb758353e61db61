import type { PeopleManifest } from '../../generated/types/people.ts'
import { countsOn } from './terms.ts'

/** An account of a forge: its number, for a login may come to belong to somebody else. */
export interface ForgeAccount {
  /** The forge's address, as the people table writes it. */
  readonly forge: string
  readonly id: number
}

/** Whose an account is on a day; undefined where the table knows nobody, or more than one. */
export function personOf(
  { accounts }: PeopleManifest,
  { forge, id }: ForgeAccount,
  day: string,
): string | undefined {
  const owners = accounts.filter(row => row.forge === forge && row.id === id && countsOn(row, day))
  const people = new Set(owners.map(({ person }) => person))
  const [person] = people
  return people.size === 1 ? person : undefined
}

/**
 * Everybody whom an account has ever belonged to: who has a part in a change is excluded, whichever account of theirs it
 * was and whether its row still counts.
 */
export function peopleEverBehind(
  { accounts }: PeopleManifest,
  { forge, id }: ForgeAccount,
): readonly string[] {
  return [
    ...new Set(accounts.filter(row => row.forge === forge && row.id === id).map(({ person }) => person)),
  ]
}
