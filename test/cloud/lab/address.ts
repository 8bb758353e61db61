import { createServer } from 'node:net'

/** The ports of a cloud: fixed, and so each cloud listens on a loopback address of its own. */
export const ports = {
  database: 33306,
  keystone: 5000,
  placement: 8778,
  glance: 9292,
  nova: 8774,
  neutron: 9696,
  cinder: 8776,
} as const

/**
 * As many loopback addresses as asked for, in one /24, none of whose ports is taken: 127.0.10.1 and its neighbours, or
 * further up when another lab is there. 127.0.0.0/24 is left alone, where everything else on a machine listens.
 */
export async function freeAddresses(count: number): Promise<readonly string[]> {
  for (let third = 10; third < 250; third += 1) {
    const addresses = Array.from({ length: count }, (_, index) => `127.0.${third}.${index + 1}`)
    const free = await Promise.all(
      addresses.flatMap(address => Object.values(ports).map(port => isFree(address, port))),
    )
    if (free.every(Boolean)) return addresses
  }
  throw new Error('every loopback address from 127.0.10.1 on is taken')
}

function isFree(address: string, port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const server = createServer()
  server.once('error', () => resolve(false))
  server.listen(port, address, () => server.close(() => resolve(true)))
  return promise
}
