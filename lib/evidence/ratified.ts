import type { ReadRecord } from './read-record.ts'

/**
 * Of every record that is ratified, the one that ratifies it. Only an approval ratifies, only what came before it past the
 * policy, and only once: whatever else a record claims counts for nothing.
 */
export function ratifiedIn<T extends Pick<ReadRecord, 'number' | 'status' | 'ratifies'>>(
  records: readonly T[],
): ReadonlyMap<number, T> {
  const unapproved = new Set<number>()
  const ratified = new Map<number, T>()
  for (const record of records) {
    if (record.status === 'unapproved') unapproved.add(record.number)
    else
      for (const number of record.ratifies)
        if (unapproved.has(number) && !ratified.has(number)) ratified.set(number, record)
  }
  return ratified
}
