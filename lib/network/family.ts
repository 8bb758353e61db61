import type { Stretch } from './box.ts'
import { addressBits, type IpVersion } from './cidr.ts'

/** The keys under which manifests and catalogue write the networks of each IP version. */
export const families = [
  ['ipv4', 4],
  ['ipv6', 6],
] as const

export type Family = (typeof families)[number][0]

/** Every address of an IP version, as numbers. */
export function everyAddress(version: IpVersion): Stretch {
  return every[version]
}

// The same for all: a million rules say nothing of one end.
const every: Readonly<Record<IpVersion, Stretch>> = {
  4: { from: 0n, to: (1n << BigInt(addressBits[4])) - 1n },
  6: { from: 0n, to: (1n << BigInt(addressBits[6])) - 1n },
}
