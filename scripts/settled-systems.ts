import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Model, System } from '../lib/model/model.ts'
import { liesInside, openCache } from '../lib/read/cache.ts'
import type { SourceDocument } from '../lib/read/index.ts'

export interface SettledSystems {
  /** Systems in which the local rules found nothing in an earlier run, and nothing that they look at has changed since. */
  readonly known: ReadonlySet<System>
  readonly remember: (clean: readonly System[]) => void
}

const nothing: SettledSystems = { known: new Set(), remember: () => {} }

/**
 * What earlier runs say of the systems of a model. A verdict is kept under everything that it rests on: the tool's own
 * code, the day, every file of the catalogue, and the files of the system and its unit.
 */
export function settledSystems(
  directory: string | undefined,
  root: string,
  model: Model,
  documents: readonly SourceDocument[],
): SettledSystems {
  if (directory === undefined || liesInside(directory, root)) return nothing
  const cache = openCache(join(directory, 'checked'), versionOf(model, documents))
  const keys = new Map(model.systems.map(system => [system, keyOf(model, system)]))
  const known = model.systems.filter(system => cache.get('system', keys.get(system) ?? '') === true)
  return {
    known: new Set(known),
    remember: clean => {
      const before = new Set(known)
      for (const system of clean) if (!before.has(system)) cache.put('system', keys.get(system) ?? '', 'true')
      cache.save()
    },
  }
}

function keyOf({ unitByAddress }: Model, { value: { metadata }, document }: System): string {
  const unit = unitByAddress.get(`${metadata.jurisdiction}/${metadata.unit}`)?.document.digest ?? ''
  return createHash('sha256').update(`${document.file}\n${document.digest}\n${unit}`).digest('hex')
}

function versionOf({ asOf, today }: Model, documents: readonly SourceDocument[]): string {
  const hash = createHash('sha256').update(`${asOf} ${today} ${process.versions.node}\n`)
  const shared = documents.filter(({ kind }) => kind !== 'unit' && kind !== 'system')
  for (const { file, digest } of shared.toSorted((a, b) => (a.file < b.file ? -1 : 1)))
    hash.update(`${file} ${digest}\n`)
  const code = join(import.meta.dirname, '../lib')
  const files = readdirSync(code, { recursive: true, encoding: 'utf8' })
  for (const file of files.filter(name => /\.[jt]s$/.test(name) && !name.endsWith('.d.ts')).sort()) {
    hash.update(`${file}\n`).update(readFileSync(join(code, file)))
  }
  return hash.digest('hex').slice(0, 32)
}
