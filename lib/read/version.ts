import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/**
 * Names what decides how bytes become a value: this folder's code with its limits, the YAML library, and the runtime
 * with its Unicode tables. A cache entry of any other version does not exist for this one.
 */
export function readerVersion(folder: string = import.meta.dirname): string {
  const hash = createHash('sha256')
  const add = (name: string, content: string | Uint8Array) =>
    hash.update(`${name} ${content.length}\n`).update(content)
  const code = readdirSync(folder).filter(name => /\.[jt]s$/.test(name) && !name.endsWith('.d.ts'))
  for (const name of code.sort()) add(name, readFileSync(join(folder, name)))
  add('yaml', readFileSync(createRequire(import.meta.url).resolve('yaml/package.json')))
  add('node', `${process.versions.node} ${process.versions.unicode ?? ''}`)
  return hash.digest('hex').slice(0, 32)
}
