import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/**
 * Names what decides how a record becomes a stack: the code of the core and of stacks, the generated provider, the
 * library and the runtime. A cache entry of any other version does not exist for this one.
 */
export function synthesisVersion(): string {
  const hash = createHash('sha256')
  const add = (name: string, content: string | Uint8Array) =>
    hash.update(`${name} ${content.length}\n`).update(content)
  for (const folder of ['stacks', 'lib']) {
    for (const file of codeIn(join(import.meta.dirname, '../..', folder))) add(file, readFileSync(file))
  }
  const { resolve } = createRequire(import.meta.url)
  // Each generated file names the provider's release; the package's manifest does not change with the generator.
  add('provider', readFileSync(resolve('@cdktf/provider-openstack/lib/provider')))
  add('provider package', readFileSync(resolve('@cdktf/provider-openstack/package.json')))
  add('library', readFileSync(join(resolve('cdktf'), '../../package.json')))
  add('node', process.versions.node)
  return hash.digest('hex').slice(0, 32)
}

function codeIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.[jt]s$/.test(name) && !name.endsWith('.d.ts'))
    .sort()
    .map(name => join(folder, name))
}
