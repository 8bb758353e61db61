import type { Condition } from '../../../generated/types/condition.ts'
import type { JurisdictionProfile, Prohibition } from '../../../generated/types/jurisdiction.ts'
import { lastDay } from '../../clock/period.ts'
import { finding } from '../../finding/finding.ts'
import { lockedState } from '../../lifecycle/index.ts'
import { profileWithDecisions } from '../../profile/decisions.ts'
import { hasDates } from '../../profile/prohibitions.ts'
import { signalIds } from '../../profile/signals.ts'
import { eventTerm, stateTerm } from '../../term/index.ts'
import { placedProhibitions } from './placed-prohibitions.ts'
import type { CatalogueRule } from './rule.ts'

export const prohibitionLocks: CatalogueRule<'jurisdiction'> = {
  code: 'TY2232',
  severity: 'error',
  title: {
    zh: '禁止之后，系统再无退出的途径',
    en: 'a prohibition after which no system could leave any more',
  },
  why: {
    zh: '所列情形一经出现就不能消除（此前办理过的环节、系统来源、单位类别、用途），而退出的各条途径都被禁止，占用的资源就永远无法收回。请写明除外情形（unless），或留下一条退出的途径。',
    en: 'What it asks for can never be undone (an event of the past, an origin, a category, a purpose), and every way out is forbidden, so that what stands could never be taken back. Give an exception (`unless`), or leave one way out.',
  },
  *check(document) {
    const profile = profileWithDecisions(document.value, lastDay)
    const signals = new Set(signalIds(profile))
    const lasting = placedProhibitions(document.value).filter(({ prohibition }) =>
      isLasting(prohibition, signals),
    )
    for (const { prohibition, path } of lasting) {
      const found = lockBy(
        profile,
        prohibition,
        lasting.map(one => one.prohibition),
      )
      if (found === undefined) continue
      const state = stateTerm(profile, found.state)
      const after = found.after === undefined ? undefined : eventTerm(profile, found.after)
      yield finding(prohibitionLocks, document.at([...path, 'on'], 'key'), {
        message: {
          zh: `${after === undefined ? '' : `“${after.zh}”之后，`}“${state.zh}”的系统再无退出的途径`,
          en: `from “${state.en}” no way leads out any more${after === undefined ? '' : ` after “${after.en}”`}`,
        },
      })
    }
  },
}

/** What of a condition nobody can undo. */
const identity = ['origin', 'categories', 'purposes'] as const satisfies readonly (keyof Condition)[]

const lastingMembers: ReadonlySet<string> = new Set([...identity, 'after'])

/** Whether a prohibition, once it applies to a system, applies for ever. */
function isLasting(prohibition: Prohibition, signals: ReadonlySet<string>): boolean {
  const { when, unless, severity } = prohibition
  if (when === undefined || unless !== undefined || hasDates(prohibition) || severity === 'warning')
    return false
  return Object.keys(when).every(key => lastingMembers.has(key)) && !when.after?.some(id => signals.has(id))
}

interface Lock {
  readonly state: string
  readonly after: string | undefined
}

/** Where a prohibition, with those that apply whenever it does, leaves no way out. */
function lockBy(
  profile: JurisdictionProfile,
  { when = {} }: Prohibition,
  lasting: readonly Prohibition[],
): Lock | undefined {
  const triggers: readonly (string | undefined)[] = when.after ?? [undefined]
  for (const after of triggers) {
    const together = lasting.filter(other => appliesWith(other.when ?? {}, when, after))
    const state = lockedState(profile, { events: new Set(together.flatMap(({ on }) => on)), after })
    if (state !== undefined) return { state, after }
  }
  return undefined
}

function appliesWith(other: Condition, when: Condition, after: string | undefined): boolean {
  const isSame = identity.every(key => other[key] === undefined || String(other[key]) === String(when[key]))
  return isSame && (other.after === undefined || other.after.some(event => event === after))
}
