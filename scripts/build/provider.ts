// Makes packages/provider-openstack/{src,lib} from the pinned schema; nothing of it is committed.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pinnedSchemaFile, readSchemaFile } from '../../packages/provider-openstack/schema.ts'
import { BuildError } from './build-error.ts'
import { compile } from './compile.ts'
import { digestOfFiles, readStamp } from './digest.ts'

/** CommonJS, as the library and every published provider package are: a CommonJS app can require it too. */
const moduleKind = `${JSON.stringify({ type: 'commonjs' })}\n`

/** @returns whether anything was made; not when schema, generator and compiler are those of the last time. */
export async function buildProvider(root: string): Promise<boolean> {
  const home = join(root, 'packages/provider-openstack')
  const stamp = join(home, 'lib/.stamp')
  const digest = inputDigest(home)
  if (readStamp(stamp) === digest) return false
  // Made beside and renamed: an interrupted build leaves the old package or none, never half of one.
  const staging = join(root, 'node_modules/.cache', `provider-openstack-${process.pid}`)
  rmSync(staging, { recursive: true, force: true })
  try {
    await makePackage(home, staging, digest)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
  return true
}

async function makePackage(home: string, staging: string, digest: string): Promise<void> {
  const { generateSources } = await import('../../packages/provider-openstack/generate.ts')
  const src = join(staging, 'src')
  mkdirSync(src, { recursive: true })
  writeFileSync(join(src, 'package.json'), moduleKind)
  await generateSources(readSchemaFile(pinnedSchemaFile(home)), src)
  writeFileSync(join(staging, 'tsconfig.json'), readFileSync(join(home, 'tsconfig.json'), 'utf8'))
  const { succeeded, output } = await compile('tsconfig.json', staging)
  if (!succeeded) throw new BuildError('packages/provider-openstack does not compile', output)
  writeFileSync(join(staging, 'lib/package.json'), moduleKind)
  writeFileSync(join(staging, 'lib/.stamp'), `${digest}\n`)
  for (const folder of ['src', 'lib']) replaceFolder(join(staging, folder), join(home, folder))
}

function replaceFolder(from: string, to: string): void {
  if (existsSync(to)) renameSync(to, `${from}.old`)
  renameSync(from, to)
}

function inputDigest(home: string): string {
  const own = readdirSync(home).filter(file => /\.(?:ts|json)$/.test(file))
  const files = [...own.map(file => join(home, file)), pinnedSchemaFile(home), import.meta.filename]
  return digestOfFiles(
    files.sort(),
    ['@cdktn/provider-generator', 'cdktf', 'typescript'].map(installedVersion),
  )
}

function installedVersion(name: string): string {
  const manifest: unknown = JSON.parse(readFileSync(manifestOf(name), 'utf8'))
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) return name
  return `${name}@${manifest.version}`
}

/** Found by walking up as Node does, for not every package exports its own manifest. */
function manifestOf(name: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? []
  const found = folders.map(folder => join(folder, name, 'package.json')).find(existsSync)
  if (found === undefined) throw new BuildError(`${name} is not installed`, 'Run `npm ci` first.')
  return found
}
