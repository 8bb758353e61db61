import { Cidr } from '../model/cidr.ts'

/** The networks in use in one routing domain; asked for free blocks, and told of each that is given away. */
export class TakenNetworks {
  /** In order of their first address; the networks may overlap when a repository is faulty. */
  readonly #taken: Cidr[]

  constructor(taken: Iterable<Cidr>) {
    this.#taken = [...taken].sort(byAddress)
  }

  /** The lowest free block of a prefix length in a pool, or nothing when it is full. */
  lowestFree(pool: Cidr, prefixLength: number): Cidr | undefined {
    if (pool.subnetCount(prefixLength) === 0n) return undefined
    let candidate = Cidr.at(pool.version, pool.first, prefixLength)
    for (const taken of this.#taken) {
      if (taken.version !== pool.version || taken.last < candidate.first) continue
      if (taken.first > candidate.last) break
      candidate = blockAfter(taken, prefixLength)
      if (candidate.first > pool.last) return undefined
    }
    return pool.contains(candidate) ? candidate : undefined
  }

  take(network: Cidr): void {
    const index = this.#taken.findIndex(taken => byAddress(network, taken) < 0)
    this.#taken.splice(index < 0 ? this.#taken.length : index, 0, network)
  }
}

/** The first block of a prefix length that begins after a network. */
function blockAfter(network: Cidr, prefixLength: number): Cidr {
  const inside = Cidr.at(network.version, network.last, prefixLength)
  return Cidr.at(network.version, inside.last + 1n, prefixLength)
}

function byAddress(a: Cidr, b: Cidr): number {
  if (a.version !== b.version) return a.version - b.version
  if (a.first !== b.first) return a.first < b.first ? -1 : 1
  return b.prefixLength - a.prefixLength
}
