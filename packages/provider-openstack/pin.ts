// Moving the package from one release of the provider to another.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ProviderSchema, pinnedSchemaFile, readPinnedSchema, type SchemaBlock } from './schema.ts'

export interface Difference {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly string[]
}

/** Pins the package to a schema. Everything is read and computed before the first file is written. */
export function pin(root: string, schema: ProviderSchema): Difference {
  const home = join(root, 'packages/provider-openstack')
  const oldFile = pinnedSchemaFile(home)
  const newFile = join(home, 'schema', `openstack-${schema.version}.json`)
  const difference = compareSchemas(readPinnedSchema(home), schema)
  const manifests = [
    withVersion(join(home, 'package.json'), schema.version),
    withLockedVersion(join(root, 'package-lock.json'), schema.version),
  ]
  if (oldFile !== newFile) rmSync(oldFile)
  writeFileSync(newFile, JSON.stringify(schema.document))
  for (const [file, text] of manifests) writeFileSync(file, text)
  return difference
}

/** Resources and data sources by what happened to them; `changed` looks at attributes and nested blocks. */
export function compareSchemas(before: ProviderSchema, after: ProviderSchema): Difference {
  const old = signatures(before)
  const fresh = signatures(after)
  return {
    added: [...fresh.keys()].filter(name => !old.has(name)),
    removed: [...old.keys()].filter(name => !fresh.has(name)),
    changed: [...fresh.keys()].filter(name => old.has(name) && old.get(name) !== fresh.get(name)),
  }
}

function signatures(schema: ProviderSchema): ReadonlyMap<string, string> {
  const kinds = [
    ['resource', schema.resources],
    ['data', schema.dataSources],
  ] as const
  return new Map(
    kinds.flatMap(([kind, blocks]) =>
      [...blocks].map(([type, block]) => [`${kind} ${type}`, signature(block)] as const).sort(),
    ),
  )
}

function signature(block: SchemaBlock): string {
  const nested = [...block.blocks].map(([name, inner]) => `${name} { ${signature(inner)} }`)
  return [...[...block.attributes].map(entry => entry.join(' ')), ...nested].sort().join(', ')
}

function withVersion(file: string, version: string): readonly [string, string] {
  return [file, readFileSync(file, 'utf8').replace(/("version": )"[^"]*"/, `$1"${version}"`)]
}

function withLockedVersion(file: string, version: string): readonly [string, string] {
  const entry = /("packages\/provider-openstack": \{\s*"name": "[^"]*",\s*"version": )"[^"]*"/
  return [file, readFileSync(file, 'utf8').replace(entry, `$1"${version}"`)]
}
