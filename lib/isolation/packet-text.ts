import { Cidr } from '../network/cidr.ts'
import { protocolName } from '../network/protocol.ts'
import type { Packet } from './traffic-set.ts'

/** A packet in one line: `tcp 10.64.0.2 → 10.64.1.2 443`. */
export function packetText({ version, source, destination, protocol, port }: Packet): string {
  const address = (value: bigint): string => Cidr.at(version, value, version === 4 ? 32 : 128).address(0n)
  return `${protocolName(protocol) ?? protocol} ${address(source)} → ${address(destination)} ${port}`
}
