import { Cidr, type IpVersion } from './cidr.ts'

/** Two entries whose networks share an address; `outer` holds all of `inner`, or is the same network. */
export interface Overlap<T> {
  readonly outer: T
  readonly inner: T
}

/**
 * Finds overlaps in O(n log n). Two networks are apart or one holds the other, so that after sorting by first address,
 * the widest first, the networks around the current one form a stack. An entry is reported with the nearest network
 * around it only: n networks in one place give n - 1 overlaps, not all pairs.
 */
export function overlapsAmong<T extends { readonly cidr: Cidr }>(entries: readonly T[]): Overlap<T>[] {
  const overlaps: Overlap<T>[] = []
  for (const version of [4, 6] as const) {
    const sorted = entries.filter(entry => entry.cidr.version === version).toSorted(byPlaceThenWidth)
    const around: T[] = []
    for (const inner of sorted) {
      while (around.length > 0 && !around.at(-1)?.cidr.contains(inner.cidr)) around.pop()
      const outer = around.at(-1)
      if (outer !== undefined) overlaps.push({ outer, inner })
      around.push(inner)
    }
  }
  return overlaps
}

function byPlaceThenWidth(a: { readonly cidr: Cidr }, b: { readonly cidr: Cidr }): number {
  if (a.cidr.first !== b.cidr.first) return a.cidr.first < b.cidr.first ? -1 : 1
  return a.cidr.prefixLength - b.cidr.prefixLength
}

/** Answers which entries a network overlaps, without looking at the others. */
export class NetworkIndex<T extends { readonly cidr: Cidr }> {
  readonly #sorted: { readonly [version in IpVersion]: readonly T[] }
  /** By version and prefix length, then by first address. */
  readonly #at: ReadonlyMap<string, ReadonlyMap<bigint, readonly T[]>>

  constructor(entries: readonly T[]) {
    const sorted = entries.toSorted(byPlaceThenWidth)
    const of = (version: IpVersion): T[] => sorted.filter(entry => entry.cidr.version === version)
    this.#sorted = { 4: of(4), 6: of(6) }
    const byLength = Map.groupBy(sorted, entry => lengthKey(entry.cidr))
    this.#at = new Map(
      byLength.entries().map(([key, group]) => [key, Map.groupBy(group, entry => entry.cidr.first)]),
    )
  }

  /** First the wider networks around the given one, then those in it, in address order. */
  *overlapping(cidr: Cidr): Generator<T> {
    for (let length = 0; length < cidr.prefixLength; length += 1) {
      const around = Cidr.at(cidr.version, cidr.first, length)
      yield* this.#at.get(lengthKey(around))?.get(around.first) ?? []
    }
    const entries = this.#sorted[cidr.version]
    for (let index = firstFrom(entries, cidr.first); index < entries.length; index += 1) {
      const entry = entries[index]
      if (entry === undefined || entry.cidr.first > cidr.last) return
      if (entry.cidr.prefixLength >= cidr.prefixLength) yield entry
    }
  }
}

function lengthKey({ version, prefixLength }: Cidr): string {
  return `${version}/${prefixLength}`
}

/** The index of the first entry that begins at an address or after it. */
function firstFrom(entries: readonly { readonly cidr: Cidr }[], address: bigint): number {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const entry = entries[middle]
    if (entry !== undefined && entry.cidr.first < address) low = middle + 1
    else high = middle
  }
  return low
}
