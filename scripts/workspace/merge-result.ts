import { baseCodes } from '../../lib/change/base-codes.ts'
import { type Merged, mergeTrees } from '../../lib/change/merge.ts'
import { checkRepository, type ExtractedModel } from '../../lib/check/index.ts'
import { type Finding, fileStart, finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { digestOf, type SourceFile } from '../../lib/read/index.ts'
import { plainLooks, understand } from '../../lib/repository/index.ts'
import { mergeText } from '../git/merge-text.ts'
import { openVerdictCache, remembering } from '../store/verdict-cache.ts'
import { tellingOf } from './long-look.ts'
import type { CommittedPlace, Now, Then } from './model-at.ts'

/** What the repository would be after the merge. */
export interface MergeResult extends Merged {
  /** Undefined with conflicts, and where the catalogue would be too broken to say anything. */
  readonly model: ExtractedModel | undefined
  readonly findings: readonly Finding[]
}

/** @param base the files where the change began */
export function mergeOf(
  place: CommittedPlace,
  base: readonly SourceFile[],
  { files: theirs }: Then,
  { sources: ours }: Now,
): MergeResult {
  const merged = mergeTrees({ base, theirs, ours }, both => {
    const bytes = mergeText(place, {
      base: both.base.bytes,
      theirs: both.theirs.bytes,
      ours: both.ours.bytes,
    })
    return bytes && { ...both.ours, bytes, digest: digestOf(bytes) }
  })
  if (merged.conflicts.length > 0) return { ...merged, model: undefined, findings: [] }
  return { ...merged, ...looked(place, merged.files) }
}

/** Everything but what needs more than the manifests themselves: papers lie on the disk, where the target's are not. */
function looked(place: CommittedPlace, files: readonly SourceFile[]) {
  return tellingOf(place, files, () => {
    const { model, findings } = understand(
      { files, findings: [] },
      { asOf: place.today, today: place.actualToday },
      { looks: remembering(openVerdictCache(place, files), plainLooks) },
    )
    return { model, findings: [...findings, ...(model === undefined ? [] : checkRepository(model))] }
  })
}

export interface MergeSurroundings {
  readonly place: CommittedPlace
  readonly target: string
  readonly behind: number
  readonly now: Now
  /** The target by now. */
  readonly after: Then
}

/** What only the merge brings: neither side has it alone. */
export function mergeFindings(merge: MergeResult, around: MergeSurroundings): readonly Finding[] {
  const { place, target, behind, now, after } = around
  const shown = printable(target)
  if (merge.conflicts.length > 0) return merge.conflicts.map(file => conflict(file, shown))
  const errors = merge.findings.filter(({ severity }) => severity === 'error')
  const had = new Set(now.findings.map(keyOf))
  const fresh = errors.filter(one => !had.has(keyOf(one)))
  const theirs = new Set(fresh.length === 0 ? [] : looked(place, after.files).findings.map(keyOf))
  const brought = fresh.filter(one => !theirs.has(keyOf(one))).map(one => onceMerged(one, shown))
  return [behindBy(behind, shown), ...brought]
}

/** The same finding in a file of which other lines were changed. */
function keyOf({ code, file, message }: Finding): string {
  return JSON.stringify([code, file, message.en])
}

/** Told with the command that looks at the target too: without it the same would come out again. */
function onceMerged(one: Finding, target: string): Finding {
  const fix = one.fix && {
    message: {
      zh: one.fix.message.zh.replace(/(tenantry allocate \S+) --write/, `$1 --base ${target} --write`),
      en: one.fix.message.en.replace(/(tenantry allocate \S+) --write/, `$1 --base ${target} --write`),
    },
  }
  return {
    ...one,
    message: {
      zh: `与 ${target} 合并之后：${one.message.zh}`,
      en: `once merged into ${target}: ${one.message.en}`,
    },
    ...(fix === undefined ? {} : { fix }),
  }
}

function conflict(file: string, target: string): Finding {
  const message = {
    zh: `${printable(file)} 与 ${target} 冲突；请运行 git merge ${target} 并解决`,
    en: `${printable(file)} conflicts with ${target}; run \`git merge ${target}\` and resolve it`,
  }
  return finding(baseCodes.conflict, { file, range: fileStart, path: [] }, { message })
}

function behindBy(count: number, target: string): Finding {
  const message = {
    zh: `${target} 另有 ${count} 个新提交；已按分叉点和合并结果核验`,
    en: `${target} has ${count} newer commit${count === 1 ? '' : 's'}; the change was judged from where it began, and as merged`,
  }
  return finding(baseCodes.behind, { file: '.', range: fileStart, path: [] }, { message })
}
