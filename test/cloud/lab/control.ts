// Orders to the lab from a test, which runs in another process than what keeps the clouds: a socket in the lab's directory.
import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { isRecord } from '../../../lib/deliver/json.ts'
import { restartNeutron, restoreRows } from './cloud.ts'
import type { Cloud, Section, Sections } from './configuration.ts'

/**
 * Has the Neutron of a cloud started anew with settings beside its own, such as `{ oslo_policy: { enforce_scope: true } }`;
 * without any, as it was at first. It answers when this returns.
 * @param cloudsFile the clouds.yaml of the lab
 */
export async function restartNeutronWith(cloudsFile: string, cloud: string, extra: Sections): Promise<void> {
  await give(cloudsFile, `/${cloud}/neutron`, JSON.stringify(extra))
}

/** Has everything that was made in a cloud since it came up be as if it had never been. It answers when this returns. */
export async function emptyCloud(cloudsFile: string, cloud: string): Promise<void> {
  await give(cloudsFile, `/${cloud}/rows`, '')
}

async function give(cloudsFile: string, path: string, content: string): Promise<void> {
  const order = request({ socketPath: socketIn(dirname(cloudsFile)), method: 'PUT', path })
  order.end(content)
  const [response]: IncomingMessage[] = await once(order, 'response')
  const said = response === undefined ? '' : await text(response)
  if (response?.statusCode !== 204) throw new Error(`${path}: the order was not carried out: ${said}`)
}

type Order = (cloud: Cloud, content: string) => Promise<void>

/** What a cloud can be told to do, by the last part of the order's path. */
const orders: Readonly<Record<string, Order | undefined>> = {
  neutron: (cloud, content) => restartNeutron(cloud, sectionsOf(JSON.parse(content))),
  rows: cloud => restoreRows(cloud),
}

/** Takes such orders for as long as this process lives. */
export async function takeOrders(directory: string, clouds: readonly Cloud[]): Promise<void> {
  const server = createServer(async (message, response) => {
    const [, name, what = ''] = (message.url ?? '').split('/')
    const cloud = clouds.find(cloud => cloud.name === name)
    const order = orders[what]
    try {
      if (cloud === undefined || order === undefined)
        throw new Error(`nobody takes an order for ${message.url}`)
      await order(cloud, await text(message))
      response.writeHead(204).end()
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  })
  server.listen(socketIn(directory))
  await once(server, 'listening')
}

function sectionsOf(order: unknown): Sections {
  if (!isRecord(order)) throw new Error('an order is an object of sections')
  return Object.fromEntries(Object.entries(order).map(([name, section]) => [name, sectionOf(section)]))
}

function sectionOf(section: unknown): Section {
  if (!isRecord(section)) throw new Error('a section is an object of settings')
  const settings = Object.entries(section).flatMap(([key, value]) =>
    typeof value === 'string' || typeof value === 'boolean' ? [[key, value] as const] : [],
  )
  return Object.fromEntries(settings)
}

function socketIn(directory: string): string {
  return join(directory, 'control')
}
