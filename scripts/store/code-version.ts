import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { join } from 'node:path'

/** The libraries that have a say in what is read and found. */
const libraries = ['ajv', 'ajv-formats', 'chinese-days', 'fastest-levenshtein', 'ipaddr.js', 'yaml'] as const

/**
 * Names what decides over what is found in a repository: the core's code with its schemas and limits, the libraries, and
 * the runtime with its Unicode tables.
 */
export function codeVersion(folder: string = join(import.meta.dirname, '../../lib')): string {
  const hash = createHash('sha256')
  const add = (name: string, content: string | Uint8Array) =>
    hash.update(`${name} ${content.length}\n`).update(content)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const name of files.filter(isCode).sort()) add(name, readFileSync(join(folder, name)))
  for (const name of libraries) add(name, manifestOf(name))
  add('node', `${process.versions.node} ${process.versions.unicode ?? ''}`)
  return hash.digest('hex')
}

function isCode(name: string): boolean {
  return /\.(?:[jt]s|json)$/.test(name) && !name.endsWith('.d.ts')
}

function manifestOf(library: string): Uint8Array {
  const path = findPackageJSON(library, import.meta.url)
  if (path === undefined) throw new Error(`the library ${library} has no package.json`)
  return readFileSync(path)
}
