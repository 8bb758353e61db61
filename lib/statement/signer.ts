import type { PeopleManifest } from '../../generated/types/people.ts'
import { dayInChina } from '../clock/instant.ts'
import { countsOn } from '../people/index.ts'
import type { ReviewStatement } from './statement.ts'

/** Why a key does not speak for whom a statement names. */
export type SignerFault = 'signer-unknown' | 'signer-expired' | 'signer-revoked'

/**
 * Whether a key may sign for the person whom a statement names, on its day. The day is the signer's own word, and whoever has
 * stolen a key can write any: one that is revoked by the day of the decision counts for nothing, whatever day its statements
 * name.
 *
 * @param day of the decision, `YYYY-MM-DD`
 */
export function signerFault(
  { signers = [] }: PeopleManifest,
  key: string,
  { person, at }: Pick<ReviewStatement, 'person' | 'at'>,
  day: string,
): SignerFault | undefined {
  const rows = signers.filter(row => row.key === key && row.person === person && row.use !== 'recorder')
  if (rows.length === 0) return 'signer-unknown'
  const signed = dayInChina(at)
  const inTerm = rows.filter(row => countsOn(row, signed))
  if (inTerm.length === 0) return 'signer-expired'
  const until = signed > day ? signed : day
  return inTerm.some(({ revoked }) => revoked === undefined || until < revoked) ? undefined : 'signer-revoked'
}

/** For whom a key may sign on a day; undefined for nobody, and for more than one. */
export function personOfKey({ signers = [] }: PeopleManifest, key: string, day: string): string | undefined {
  const rows = signers.filter(row => row.key === key && row.use !== 'recorder' && countsOn(row, day))
  const people = new Set(rows.map(({ person }) => person))
  const [person] = people
  return people.size === 1 ? person : undefined
}
