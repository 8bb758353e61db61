// The way out of each drift: taken over by a manifest, or put back, or left to somebody who has to decide.
import type { Text } from '../finding/finding.ts'
import { type Adoption, type Around, adoptionOf, type NoAdoption } from './adoption/index.ts'
import type { Drift, DriftClass } from './drift.ts'
import { wayBack } from './ways/back.ts'
import type { WayBack } from './ways/way.ts'

/** A drift, and the ways out of it that there are. */
export interface Ways {
  readonly drift: Drift
  readonly id: string
  readonly firstSeen: string
  readonly back: WayBack
  readonly adoption: Adoption | NoAdoption
  /** Whether the adoption is to be proposed. */
  readonly isAsked: boolean
}

/** What somebody wants to be adopted: a class of drift, or one by the beginning of its id. */
export type Wish = { readonly class: DriftClass } | { readonly id: string }

/** Without wishes, what opens nothing: an opening is adopted only by whoever asks for it. */
export function waysOf(
  drifts: readonly Drift[],
  { ids, firstSeen }: Known,
  around: Around,
  wishes: readonly Wish[],
): readonly Ways[] {
  return drifts.map(drift => {
    const id = ids.get(drift) ?? ''
    const adoption = adoptionOf(drift, around)
    const isWished =
      wishes.length === 0
        ? !drift.opens && !widens(adoption)
        : wishes.some(wish => ('class' in wish ? wish.class === drift.class : id.startsWith(wish.id)))
    return {
      drift,
      id,
      firstSeen: firstSeen.get(drift) ?? '',
      back: wayBack(drift, around.looked),
      adoption,
      isAsked: 'change' in adoption && isWished,
    }
  })
}

interface Known {
  readonly ids: ReadonlyMap<Drift, string>
  readonly firstSeen: ReadonlyMap<Drift, string>
}

/** Whatever a rule is found as, a line that lets somebody in is an opening. */
function widens(adoption: Adoption | NoAdoption): boolean {
  return 'change' in adoption && adoption.change.kind !== 'quantity'
}

/** Of ISO 8601, until the minute. */
const minutes = 16

/** Why an adoption is asked for, as the history of the system says it. */
export function reasonOf(adoption: Adoption, since: string): string {
  return `云上现状与清单不一致（自 ${since.slice(0, minutes)}Z 起），申请按现状采纳：${adoption.says.zh}。`
}

/** What is not adopted though it could be, in a word. */
export const notAsked: Text = {
  zh: '可以采纳，但它打开了访问，或者没有指定采纳它：加 --adopt 指明',
  en: 'it can be adopted, which it was not asked for: name it with `--adopt`',
}
