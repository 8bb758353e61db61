import { isMendable, type Mendable, mended } from '../../lib/repair/index.ts'
import type { LoadedRepository, RepositoryPlace } from './repository.ts'
import { loadRepository } from './repository.ts'
import { type Rewritten, rewrite } from './rewrite.ts'

/** Each round brings to light what the faults of the one before hid; real files need two or three. */
const mostRounds = 20

export interface MendedRepository {
  readonly applied: readonly Mendable[]
  /** As it is now. */
  readonly repository: LoadedRepository
}

/**
 * Writes the fixes that leave no doubt into the chosen files, until none is left. A round that would bring back a text
 * that has been there ends it.
 */
export function mendRepository(
  place: RepositoryPlace,
  isChosen: (file: string) => boolean,
): MendedRepository {
  const applied: Mendable[] = []
  const seen = new Set<string>()
  let repository = loadRepository(place)
  for (let round = 0; round < mostRounds; round += 1) {
    const { files, done } = mendedFiles(repository, isChosen)
    const fresh = files.filter(({ source, text }) => !seen.has(`${source.file}\n${text}`))
    if (fresh.length === 0) break
    for (const { source, text } of fresh) seen.add(`${source.file}\n${text}`)
    rewrite(place.root, fresh)
    const written = new Set(fresh.map(({ source }) => source.file))
    applied.push(...done.filter(({ file }) => written.has(file)))
    repository = loadRepository(place)
  }
  return { applied, repository }
}

function mendedFiles({ findings, sources }: LoadedRepository, isChosen: (file: string) => boolean) {
  const files: Rewritten[] = []
  const done: Mendable[] = []
  const byFile = Map.groupBy(findings.filter(isMendable), ({ file }) => file)
  for (const source of sources.filter(({ file }) => isChosen(file))) {
    const own = byFile.get(source.file)
    if (own === undefined) continue
    const { text, applied } = mended(Buffer.from(source.bytes).toString('utf8'), own)
    if (applied.length === 0) continue
    files.push({ source, text })
    done.push(...applied)
  }
  return { files, done }
}
