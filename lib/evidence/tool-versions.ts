import type { ReadRecord } from './read-record.ts'

/**
 * Numbers of records whose tool is older than that of a record before them. Whoever writes a record chooses what it says of
 * its tool, and the rules of another version have no say when it is decided again.
 *
 * @param anchored the newest number that was kept elsewhere: nobody has chosen anything up to it since; 0 without one
 */
export function setBackIn(
  records: readonly Pick<ReadRecord, 'number' | 'tool'>[],
  anchored: number,
): readonly number[] {
  let newest: readonly number[] = []
  return records.flatMap(({ number, tool }) => {
    const version = versionOf(tool)
    const isOlder = version === undefined || isBefore(version, newest)
    if (!isOlder) newest = version
    return isOlder && number > anchored ? [number] : []
  })
}

/** Undefined of what is no version: nobody knows what it comes after. */
function versionOf(tool: string): readonly number[] | undefined {
  const [, ...parts] = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})(?:[-+].*)?$/.exec(tool) ?? []
  return parts.length === 0 ? undefined : parts.map(Number)
}

function isBefore(version: readonly number[], other: readonly number[]): boolean {
  const at = other.findIndex((part, index) => part !== version[index])
  return at >= 0 && (version[at] ?? 0) < (other[at] ?? 0)
}
