import { overlap, type Stretch } from '../network/box.ts'
import type { IpVersion } from '../network/cidr.ts'
import { addressesOf } from './group-rules.ts'
import type { Subnet } from './model.ts'

interface Entry {
  readonly project: string
  readonly stretch: Stretch
  /** The highest address of this entry and all before it: where it lies below, none of them reaches. */
  readonly highest: bigint
}

/** Finds whose subnets a stretch of addresses touches, without a look at all of them. */
export class AddressIndex {
  readonly #entries: ReadonlyMap<IpVersion, readonly Entry[]>

  constructor(subnets: Iterable<Subnet>) {
    const byVersion = Map.groupBy(subnets, ({ cidr }) => cidr.version)
    this.#entries = new Map([...byVersion].map(([version, some]) => [version, entriesOf(some)]))
  }

  *touching(version: IpVersion, stretch: Stretch): Generator<string> {
    const entries = this.#entries.get(version) ?? []
    for (let at = firstAfter(entries, stretch.to) - 1; at >= 0; at -= 1) {
      const entry = entries[at]
      if (entry === undefined || entry.highest < stretch.from) return
      if (overlap(entry.stretch, stretch) !== undefined) yield entry.project
    }
  }

  /** Whether a stretch holds every address that is known of a version. */
  isHeldBy(version: IpVersion, { from, to }: Stretch): boolean {
    const entries = this.#entries.get(version) ?? []
    const [first, last] = [entries[0], entries.at(-1)]
    return first === undefined || last === undefined || (from <= first.stretch.from && last.highest <= to)
  }
}

function entriesOf(subnets: readonly Subnet[]): readonly Entry[] {
  const sorted = subnets
    .map(({ project, cidr }) => ({ project, stretch: addressesOf(cidr) }))
    .toSorted((a, b) => (a.stretch.from < b.stretch.from ? -1 : 1))
  let highest = -1n
  return sorted.map(entry => {
    if (entry.stretch.to > highest) highest = entry.stretch.to
    return { ...entry, highest }
  })
}

/** The index of the first entry that begins after an address. */
function firstAfter(entries: readonly Entry[], address: bigint): number {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const entry = entries[middle]
    if (entry !== undefined && entry.stretch.from <= address) low = middle + 1
    else high = middle
  }
  return low
}
