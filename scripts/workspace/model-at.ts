import type { Decisions, RecordedAnswer } from '../../lib/evidence/index.ts'
import type { Finding } from '../../lib/finding/finding.ts'
import type { Model } from '../../lib/model/model.ts'
import { digestOf, type SourceFile } from '../../lib/read/index.ts'
import {
  isShared,
  type Known,
  type Looks,
  passingOver,
  plainLooks,
  understand,
} from '../../lib/repository/index.ts'
import type { Checkout } from '../git/call.ts'
import { type Blob, bytesOf, filesAt } from '../git/data-files.ts'
import { objectId } from '../git/objects.ts'
import { openVerdictCache } from '../store/verdict-cache.ts'
import type { CommitMemory } from './commit-memory.ts'
import type { CommitSources } from './held-trees.ts'
import { tellingOf } from './long-look.ts'
import type { LoadedRepository, RepositoryPlace } from './repository.ts'

/** A data repository in git, and the day on which it is looked at. */
export type CommittedPlace = RepositoryPlace & Checkout

/** The repository as it is now, to which a commit is compared. */
export type Now = Pick<LoadedRepository, 'sources' | 'findings'> & {
  /** @default - evidence decides nothing */
  readonly decisions?: Decisions
  /**
   * What was read of other commits.
   * @default - each commit is read by itself
   */
  readonly memory?: CommitMemory
}

/** What a commit of the repository holds. */
export interface Then {
  /** Undefined where the commit has no catalogue yet, or one that is too broken for a model. */
  readonly model: Model | undefined
  readonly files: readonly SourceFile[]
  /** Files that are there, and of which no document could be made: the model goes without them. */
  readonly broken: readonly string[]
}

/**
 * Reads a commit straight from git's objects: nothing is checked out, so that no filter or attribute of a branch can change
 * what is seen. Files that are still the same are not looked at again.
 *
 * @param commit its full name
 * @throws Refusal when git lacks any part of it.
 */
export function modelAt(place: CommittedPlace, commit: string, now: Now): Then {
  const { files, irregular } = now.memory?.sourcesAt(commit) ?? sourcesAt(place, commit, now.sources)
  const { model, findings } = tellingOf(place, files, () =>
    understand(
      { files, findings: [] },
      { asOf: place.today, today: place.actualToday },
      {
        withRules: false,
        looks: now.memory?.looks ?? looksFor(place, now, files),
        answers: now.decisions?.answers ?? new Map(),
      },
    ),
  )
  const broken = new Set([...irregular, ...brokenIn(findings)])
  // Without the catalogue nothing can be said of any tenant: as if its file could not be read.
  if (model === undefined && files.length > 0) broken.add('catalogue/platform.yaml')
  return { model, files, broken: [...broken].sort() }
}

function looksFor(place: CommittedPlace, now: Now, files: readonly SourceFile[]): Looks {
  const known = hasCatalogueOf(now, files) ? knownBy(now) : openVerdictCache(place, files)
  return passingOver(known, plainLooks)
}

function brokenIn(findings: readonly Finding[]): readonly string[] {
  return findings.flatMap(({ file, severity }) => (severity === 'error' && file !== '.' ? [file] : []))
}

/** What the commit holds; a file that git would give the same name as now is the very same object. */
function sourcesAt(place: CommittedPlace, commit: string, sources: readonly SourceFile[]): CommitSources {
  const present = new Map(sources.map(source => [source.file, source]))
  const sameNow = ({ file, object }: Blob): SourceFile | undefined => {
    const source = present.get(file)
    return source !== undefined && objectId(source.bytes, object) === object ? source : undefined
  }
  const { blobs, irregular } = filesAt(place, commit)
  const placed = blobs.map(blob => ({ blob, same: sameNow(blob) }))
  const others = placed.flatMap(({ blob, same }) => (same === undefined ? [blob] : []))
  const read = bytesOf(place, commit, others)
  const files = placed.flatMap(({ blob: { file, kind, object }, same }) => {
    const bytes = read.get(object)
    if (same !== undefined || bytes === undefined) return same ?? []
    return { file, kind, bytes, digest: digestOf(bytes) }
  })
  return { files, irregular }
}

/** What is clean then rests on the same catalogue as what is clean now. */
function hasCatalogueOf({ sources }: Now, files: readonly SourceFile[]): boolean {
  const now = new Map(sources.filter(isShared).map(({ file, digest }) => [file, digest]))
  const then = files.filter(isShared)
  return then.length === now.size && then.every(({ file, digest }) => now.get(file) === digest)
}

function knownBy({ sources, findings }: Now): Known {
  const faulty = new Set(findings.map(({ file }) => file))
  const clean = new Map(sources.map(({ file, digest }) => [file, digest]))
  // What a record says of a system can be wrong like what its manifest says.
  const isClean = ({ file, digest }: SourceFile, answers: readonly RecordedAnswer[] = []) =>
    clean.get(file) === digest && !faulty.has(file) && !answers.some(({ record }) => faulty.has(record.file))
  return {
    isCatalogueClean: files => files.every(source => isClean(source)),
    isClean,
    extractOf: () => undefined,
  }
}
