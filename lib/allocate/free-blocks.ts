import { Cidr, type IpVersion } from '../network/cidr.ts'

/** The networks in use in one routing domain; asked for free blocks, and told of each that is given away. */
export class TakenNetworks {
  /** In order, and apart from each other: of overlapping networks the widest stands for the others. */
  readonly #taken: { readonly [version in IpVersion]: Cidr[] }
  /** By pool and prefix length: below this address no block is free, for networks are only ever added. */
  readonly #searched = new Map<string, bigint>()

  constructor(taken: Iterable<Cidr>) {
    const all = [...taken]
    this.#taken = {
      4: widest(all.filter(({ version }) => version === 4)),
      6: widest(all.filter(({ version }) => version === 6)),
    }
  }

  /** The lowest free block of a prefix length in a pool, or nothing when it is full. */
  lowestFree(pool: Cidr, prefixLength: number): Cidr | undefined {
    if (pool.subnetCount(prefixLength) === 0n) return undefined
    const key = `${pool} ${prefixLength}`
    const taken = this.#taken[pool.version]
    let candidate = Cidr.at(pool.version, this.#searched.get(key) ?? pool.first, prefixLength)
    for (let index = firstReaching(taken, candidate.first); index < taken.length; index += 1) {
      const inTheWay = taken[index]
      if (inTheWay === undefined || inTheWay.first > candidate.last) break
      candidate = blockAfter(inTheWay, prefixLength)
    }
    this.#searched.set(key, candidate.first)
    return pool.contains(candidate) ? candidate : undefined
  }

  /** Takes a block that is free. */
  take(network: Cidr): void {
    const taken = this.#taken[network.version]
    taken.splice(firstReaching(taken, network.first), 0, network)
  }
}

function widest(networks: readonly Cidr[]): Cidr[] {
  const apart: Cidr[] = []
  for (const network of networks.toSorted(byAddress))
    if (apart.at(-1)?.contains(network) !== true) apart.push(network)
  return apart
}

/** The index of the first network that ends at an address or after it. */
function firstReaching(networks: readonly Cidr[], address: bigint): number {
  let [low, high] = [0, networks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const network = networks[middle]
    if (network !== undefined && network.last < address) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The first block of a prefix length that begins after a network. After the last address of the version there is none:
 * the answer is then a number outside it, which no pool contains.
 */
function blockAfter(network: Cidr, prefixLength: number): Cidr {
  const inside = Cidr.at(network.version, network.last, prefixLength)
  return Cidr.at(network.version, inside.last + 1n, prefixLength)
}

function byAddress(a: Cidr, b: Cidr): number {
  if (a.first !== b.first) return a.first < b.first ? -1 : 1
  return a.prefixLength - b.prefixLength
}
