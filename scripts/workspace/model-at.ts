import { codes } from '../../lib/command-line/codes.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import type { Model } from '../../lib/model/model.ts'
import { digestOf, type SourceFile } from '../../lib/read/index.ts'
import { isShared, type Known, passingOver, plainLooks, understand } from '../../lib/repository/index.ts'
import { type Blob, blobsAt, bytesOf, type Checkout, objectId } from '../git/objects.ts'
import { openVerdictCache } from '../store/verdict-cache.ts'
import type { LoadedRepository, RepositoryPlace } from './repository.ts'

/** A data repository in git, and the day on which it is looked at. */
export type CommittedPlace = RepositoryPlace & Checkout

/** The repository as it is now, to which a commit is compared. */
export type Now = Pick<LoadedRepository, 'sources' | 'findings'>

/**
 * The model that a commit of the repository holds, read straight from git's objects: nothing is checked out, so no
 * filter or attribute of a branch can change what is seen. Files that are still the same are not looked at again.
 * Undefined where the commit has no catalogue yet, so that there is nothing to compare with.
 *
 * @throws Refusal when git has no such commit, and when its catalogue is too broken for a model.
 */
export function modelAt(place: CommittedPlace, ref: string, now: Now): Model | undefined {
  const files = filesAt(place, ref, now.sources)
  const known = hasCatalogueOf(now, files) ? knownBy(now) : openVerdictCache(place, files)
  const { model } = understand(
    { files, findings: [] },
    { asOf: place.today, today: place.actualToday },
    { withRules: false, looks: passingOver(known, plainLooks) },
  )
  if (model !== undefined || !files.some(isShared)) return model
  const machine = printable(ref)
  const message = {
    zh: `${machine} 的服务目录有误，无法据以核验改动`,
    en: `the catalogue of ${machine} is broken, so that the change cannot be judged by it`,
  }
  throw new Refusal(finding(codes.brokenBase, { machine }, { message }), 'findings')
}

/** What the commit holds; a file that git would give the same name as now is the very same object. */
function filesAt(place: CommittedPlace, ref: string, sources: readonly SourceFile[]): readonly SourceFile[] {
  const present = new Map(sources.map(source => [source.file, source]))
  const sameNow = ({ file, object }: Blob): SourceFile | undefined => {
    const source = present.get(file)
    return source !== undefined && objectId(source.bytes, object) === object ? source : undefined
  }
  const placed = blobsAt(place, ref).map(blob => ({ blob, same: sameNow(blob) }))
  const others = placed.flatMap(({ blob, same }) => (same === undefined ? [blob] : []))
  const read = bytesOf(place, ref, others)
  return placed.flatMap(({ blob: { file, kind, object }, same }) => {
    const bytes = read.get(object)
    if (same !== undefined || bytes === undefined) return same ?? []
    return { file, kind, bytes, digest: digestOf(bytes) }
  })
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
  const isClean = ({ file, digest }: SourceFile) => clean.get(file) === digest && !faulty.has(file)
  return { isCatalogueClean: files => files.every(isClean), isClean, extractOf: () => undefined }
}
