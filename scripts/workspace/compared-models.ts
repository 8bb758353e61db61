// A data repository at two times: where a change began and what it leads to, or one tree on two days.
import { baseCodes } from '../../lib/change/base-codes.ts'
import type { Sides } from '../../lib/difference/index.ts'
import { fileStart, finding, type Text } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import type { Model } from '../../lib/model/model.ts'
import type { SourceFile } from '../../lib/read/index.ts'
import { originOf } from '../git/history.ts'
import { commitOf } from '../git/refs.ts'
import { type CommittedPlace, modelAt, type Now } from './model-at.ts'
import { type LoadedRepository, loadRepository } from './repository.ts'

/** What is compared: `BASE..HEAD` or `BASE` with the working tree, or two days of the working tree. */
export type Comparison =
  | { readonly base: string; readonly head: string | undefined }
  | { readonly from: string; readonly to: string }

export interface Compared extends Sides {
  /** Of each side, every file that was read. */
  readonly files: Readonly<Record<'before' | 'after', readonly SourceFile[]>>
  /** The commit of each side by its full name; undefined of the working tree. */
  readonly commits: Readonly<Record<'before' | 'after', string | undefined>>
  /** The repository as it lies here. */
  readonly now: Now
}

/** @throws Refusal where either side cannot be read as a whole: half a comparison looks like no difference. */
export function comparedModels(
  place: CommittedPlace,
  comparison: Comparison,
  modelOf: (loaded: LoadedRepository) => Model,
): Compared {
  const requireWhole = (loaded: LoadedRepository): Model => {
    const model = modelOf(loaded)
    const broken = [...(model.leftOut ?? [])].sort()
    if (broken.length > 0) throw incomparable(broken, hereHint)
    return model
  }
  if ('from' in comparison) {
    const on = (today: string) => loadRepository({ ...place, today }, { check: false })
    const [from, to] = [on(comparison.from), on(comparison.to)]
    return {
      before: requireWhole(from),
      after: requireWhole(to),
      files: { before: from.sources, after: to.sources },
      commits: { before: undefined, after: undefined },
      now: to,
    }
  }
  const now = loadRepository(place, { check: false })
  const head = comparison.head === undefined ? undefined : commitOf(place, comparison.head)
  const { base } = originOf(place, comparison.base, head)
  const before = committed(place, base, now)
  const after =
    head === undefined ? { model: requireWhole(now), files: now.sources } : committed(place, head, now)
  return {
    before: before.model,
    after: after.model,
    files: { before: before.files, after: after.files },
    commits: { before: base, after: head },
    now,
  }
}

function committed(place: CommittedPlace, commit: string, now: Now) {
  const { model, files, broken } = modelAt(place, commit, now)
  if (model !== undefined && broken.length === 0) return { model, files }
  throw incomparable(broken, thereHint, `${commit.slice(0, 12)}:`)
}

const hereHint: Text = {
  zh: '请运行 tenantry validate 并改正',
  en: 'run `tenantry validate` and mend it',
}
const thereHint: Text = {
  zh: '请检出该提交，运行 tenantry validate，或者写明另一个提交',
  en: 'check that commit out and run `tenantry validate`, or name another',
}

function incomparable([first = '.', ...others]: readonly string[], hint: Text, prefix = ''): Refusal {
  const shown = printable(`${prefix}${first}`)
  const more = others.length === 0 ? { zh: '', en: '' } : { zh: ' 等', en: ` and ${others.length} more` }
  const message = {
    zh: `${shown}${more.zh}有误，无从比较；${hint.zh}`,
    en: `${shown}${more.en} cannot be understood, and what it says cannot be compared; ${hint.en}`,
  }
  return new Refusal(
    finding(baseCodes.unreadableBefore, { file: first, range: fileStart, path: [] }, { message }),
    'findings',
  )
}
