// Starts the lab's clouds and keeps them as its own children: `node supervise.ts DIRECTORY`, after `preparePackages` for
// `DIRECTORY/packages`. Says one line of JSON on stdout when all is ready, and takes orders at `DIRECTORY/control`. Ends when
// its standard input does, so that the clouds go with the test runner however that one ended, and takes the directory with it.
import { rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { freeAddresses } from './address.ts'
import { startCloud } from './cloud.ts'
import type { Cloud } from './configuration.ts'
import { takeOrders } from './control.ts'
import { stopAll } from './processes.ts'
import { adminAuth } from './registration.ts'

/** One cloud a zone, as the regulations' physical isolation asks for. */
const zones = ['internet', 'extranet'] as const

const directory = process.argv[2]
if (directory === undefined) throw new Error('usage: supervise.ts DIRECTORY')

let ending = false
const end = async (status: number): Promise<void> => {
  if (ending) return
  ending = true
  await stopAll()
  rmSync(directory, { recursive: true, force: true })
  process.exit(status)
}
process.stdin
  .resume()
  .once('end', () => end(0))
  .once('error', () => end(0))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => end(1))

try {
  process.stdout.write(`${JSON.stringify({ cloudsFile: await start(directory) })}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  await end(1)
}

async function start(directory: string): Promise<string> {
  const packages = join(directory, 'packages')
  const addresses = await freeAddresses(zones.length)
  const clouds = zones.map((name, index): Cloud => {
    const address = addresses[index]
    if (address === undefined) throw new Error('too few loopback addresses')
    return { name, address, packages, directory: join(directory, name) }
  })
  await Promise.all(clouds.map(startCloud))
  await takeOrders(directory, clouds)
  const file = join(directory, 'clouds.yaml')
  const entries = clouds.map(cloud => [
    cloud.name,
    { region_name: cloud.name, identity_api_version: 3, auth: adminAuth(cloud) },
  ])
  await writeFile(file, stringify({ clouds: Object.fromEntries(entries) }), { mode: 0o600 })
  return file
}
