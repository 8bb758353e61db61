import { Cidr } from '../../../lib/network/cidr.ts'
import type { Random } from '../long/random.ts'
import type { Network, ZoneId } from './variant.ts'

/** The pools of the catalogue that variants are written for; see `catalogue.ts`. */
export const pools = {
  internet: { ipv4: Cidr.of('10.64.0.0/12'), ipv6: Cidr.of('fd6a:4b1e:64::/48') },
  extranet: { ipv4: Cidr.of('10.96.0.0/12'), ipv6: Cidr.of('fd6a:4b1e:96::/48') },
} as const

/** Each variant has a block of its own, in which its network is as large as it likes. */
export const blockLength = 22
export const ipv6BlockLength = 60

export function networkOf(random: Random, zone: ZoneId, index: number): Network {
  // The first blocks are those of nobody, and the last ones lie under the gateways' own networks.
  const block = pools[zone].ipv4.subnet(blockLength, BigInt(index + 1))
  const length = random.happens(6) ? random.whole(28, 32) : random.whole(blockLength, 28)
  const count = Number(block.subnetCount(length))
  const within = block.subnet(length, BigInt(random.whole(0, count - 1)))
  const ipv4 = random.happens(2) ? withHostBits(within) : within.toString()
  if (random.happens(35)) return { ipv4 }
  const long = random.happens(95) ? 64 : random.one([60, 63, 65, 80, 126, 127])
  const around = pools[zone].ipv6.subnet(ipv6BlockLength, BigInt(index + 1))
  const ipv6 = Cidr.at(6, around.first + (BigInt(random.whole(0, 15)) << 64n), long).toString()
  const written = random.happens(2) ? ipv6.toUpperCase() : ipv6
  return random.happens(12) ? { ipv6: written } : { ipv4, ipv6: written }
}

function withHostBits(network: Cidr): string {
  return network.size < 2n ? network.toString() : `${network.address(1n)}/${network.prefixLength}`
}
