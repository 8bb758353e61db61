import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface Attacker {
  readonly url: string
  /** All that anybody has sent: request lines, headers and bodies. */
  readonly received: readonly string[]
}

/** A server that takes whatever it is sent and writes it down. */
export async function attacker(): Promise<Attacker> {
  const received: string[] = []
  const server = createServer((request, response) => {
    const parts = [`${request.method} ${request.url}`, JSON.stringify(request.headers)]
    request.on('data', (part: Buffer) => parts.push(part.toString()))
    request.on('end', () => {
      received.push(parts.join('\n'))
      response.writeHead(201, { 'x-subject-token': 'token', 'content-type': 'application/json' })
      response.end('{"token":{"catalog":[]}}')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return { url: `http://127.0.0.1:${isAddress(address) ? address.port : 0}`, received }
}

function isAddress(value: AddressInfo | string | null): value is AddressInfo {
  return typeof value === 'object' && value !== null
}
