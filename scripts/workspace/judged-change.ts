// What a change does, against where it began and against where its target stands by now.
import { join } from 'node:path'
import { baseCodes } from '../../lib/change/base-codes.ts'
import { checkChange } from '../../lib/change/index.ts'
import { pinFindings, providerPinsFile } from '../../lib/change/provider-pins.ts'
import { rulings } from '../../lib/check/index.ts'
import { addedRatifications, ratifyingFindings } from '../../lib/evidence/index.ts'
import { type Finding, fileStart, finding, sortFindings } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import type { Model } from '../../lib/model/model.ts'
import { readRegularFile } from '../../lib/read/file.ts'
import type { SourceFile } from '../../lib/read/index.ts'
import { cited } from '../../lib/term/index.ts'
import { fileAt } from '../git/data-files.ts'
import { firstParents, originOf } from '../git/history.ts'
import { mergeFindings, mergeOf } from './merge-result.ts'
import { type CommittedPlace, modelAt, type Now, type Then } from './model-at.ts'
import type { LoadedRepository } from './repository.ts'

/**
 * The findings of a change: the repository as it lies on the disk, compared with the commit where its branch left the
 * target, and the merge's result compared with the target by now.
 *
 * @param target a name of the target branch
 * @throws Refusal where git cannot say what the change is compared with.
 */
export function judgedChange(
  place: CommittedPlace,
  target: string,
  now: LoadedRepository,
): readonly Finding[] {
  const { base, tip, behind } = originOf(place, target)
  const { model: head } = now
  if (head === undefined) return []
  const before = modelAt(place, base, now)
  const own = [
    ...judged(place, { commit: base, had: before }, { model: head, files: now.sources }, now),
    ...pinsSince(place, base, before),
    ...ratifiedSince(before, now),
  ]
  if (behind === 0) return cited(own, head.catalogue)
  const after = modelAt(place, tip, now)
  const merge = mergeOf(place, before.files, after, now)
  const ofMerge = mergeFindings(merge, { place, target, behind, now, after })
  const { model, files } = merge
  const ofChange =
    model === undefined ? [] : judged(place, { commit: tip, had: after }, { model, files }, now)
  return cited(sortFindings(distinct([...own, ...ofMerge, ...ofChange])), head.catalogue)
}

/** Where nothing has been delivered by any provider yet, every one will do. */
function pinsSince(place: CommittedPlace, base: string, { model }: Then): readonly Finding[] {
  if (model === undefined || model.systems.length === 0) return []
  const had = fileAt(place, base, providerPinsFile)
  const has = readRegularFile(join(place.root, providerPinsFile), mostPinBytes)
  const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes)
  return pinFindings(text(had), 'bytes' in has ? text(has.bytes) : undefined)
}

/** Records that nobody has read cannot be held against it. */
function ratifiedSince({ model, files }: Then, { model: head, sources, decisions }: LoadedRepository) {
  if (model === undefined || head === undefined || decisions.number === 0) return []
  const added = addedRatifications(model.catalogue, head.catalogue)
  const had = new Map(files.map(({ file, digest }) => [file, digest]))
  const has = new Map(sources.map(({ file, digest }) => [file, digest]))
  const paths = [...new Set([...had.keys(), ...has.keys()])].filter(file => had.get(file) !== has.get(file))
  return ratifyingFindings(added, decisions, paths)
}

const mostPinBytes = 1024 * 1024

/** How many commits of the target are looked at for one in which all can be read. */
const mostLookedAt = 100

interface Before {
  readonly commit: string
  readonly had: Then
}

interface After {
  readonly model: Model
  readonly files: readonly SourceFile[]
}

/** What the change does to what a commit holds. What cannot be read there is judged by the newest commit that can be. */
function judged(place: CommittedPlace, { commit, had }: Before, head: After, now: Now): readonly Finding[] {
  const own = had.model === undefined ? [] : checkChange(had.model, head.model, rulings)
  const touched = had.broken.filter(file => isTouched(file, had.files, head.files))
  if (touched.length === 0) return own
  const sound = soundBefore(place, commit, now)
  if (sound === undefined) return [...own, ...touched.map(unreadable)]
  const whole = touched.some(file => file.startsWith('catalogue/'))
  const since = sound.had.model === undefined ? [] : checkChange(sound.had.model, head.model, rulings)
  const ofTouched = since.filter(({ file }) => whole || touched.includes(file))
  return distinct([...own, ...ofTouched, ...touched.map(file => judgedBy(file, sound.commit))])
}

/** A file that is still as it was is broken now too, and told of there. */
function isTouched(file: string, before: readonly SourceFile[], after: readonly SourceFile[]): boolean {
  const had = before.find(source => source.file === file)
  const has = after.find(source => source.file === file)
  return had === undefined || had.digest !== has?.digest
}

function soundBefore(place: CommittedPlace, commit: string, now: Now): Before | undefined {
  for (const earlier of firstParents(place, commit, mostLookedAt).slice(1)) {
    const had = modelAt(place, earlier, now)
    if (had.broken.length === 0) return { commit: earlier, had }
  }
  return undefined
}

function unreadable(file: string): Finding {
  const message = {
    zh: `目标分支上的 ${printable(file)} 有误，最近 ${mostLookedAt} 个提交中也没有可读的版本`,
    en: `${printable(file)} is broken on the target branch, and none of its last ${mostLookedAt} commits can be read`,
  }
  return finding(baseCodes.unreadableBefore, { file, range: fileStart, path: [] }, { message })
}

function judgedBy(file: string, commit: string): Finding {
  const message = {
    zh: `目标分支上的 ${printable(file)} 有误，改动按提交 ${commit.slice(0, 12)} 核验`,
    en: `${printable(file)} is broken on the target branch; the change is judged by commit ${commit.slice(0, 12)}`,
  }
  return finding(baseCodes.judgedByEarlier, { file, range: fileStart, path: [] }, { message })
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map(
    findings.map(one => [JSON.stringify([one.code, one.file, one.path, one.message.en]), one]),
  )
  return [...seen.values()]
}
