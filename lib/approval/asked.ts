import type { ApprovalPolicy, ApprovalStep } from '../../generated/types/approval.ts'
import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import { reachedWithoutAsking } from '../lifecycle/index.ts'
import { entryOf } from '../model/entry.ts'
import { view } from '../model/view.ts'
import { type Flag, holds } from '../profile/condition.ts'

export type KindOfChange = ApprovalPolicy['change']

/** What one part of a change needs before it may be merged. */
export interface Asked {
  readonly jurisdiction: string
  /** The unit's id; undefined for what is the whole jurisdiction's. */
  readonly unit: string | undefined
  /** A file of the part, from the data's root. */
  readonly file: string
  /** `<jurisdiction>/<unit>/<system>`, where a system asks. */
  readonly system: string | undefined
  readonly kind: KindOfChange
  /** In order; none where the regulation names nobody, which nobody's review can make good. */
  readonly steps: readonly ApprovalStep[]
  readonly article: string | undefined
}

/**
 * The approvals for which an event of a system waits: its own, where it is a decision; else those to which it comes without
 * anybody asking for more. A delivery waits for none, for what may follow it is the using unit's to ask for.
 *
 * @param state where the event has led
 */
export function approvalsAfter(
  profile: JurisdictionProfile,
  event: string,
  state: string,
): readonly KindOfChange[] {
  const own = entryOf(profile.lifecycle.events, event)?.approval
  if (own !== undefined) return [own]
  const reached = reachedWithoutAsking(profile, state)
  const kinds = Object.values(profile.lifecycle.events).flatMap(({ approval, from }) =>
    approval !== undefined && from.some(one => reached.has(one)) ? [approval] : [],
  )
  return [...new Set(kinds)]
}

/**
 * The approvals that a request asks for among those that could follow it: an emergency is opened first and approved in
 * its own way, and nothing else is (XS-26, JQ-24).
 *
 * @param flags of the request's case
 */
export function approvalsAskedFor(
  profile: JurisdictionProfile,
  event: string,
  state: string,
  flags: readonly Flag[],
): readonly KindOfChange[] {
  const kinds = approvalsAfter(profile, event, state)
  if (!flags.some(flag => emergencyFlags(profile).has(flag)))
    return kinds.filter(kind => kind !== 'emergency')
  return kinds.includes('emergency') ? ['emergency'] : kinds
}

/** What a request in an emergency is marked as: by itself, or by the regulation's own word for it. */
const emergencyFlags = view(({ lifecycle }: JurisdictionProfile): ReadonlySet<Flag> => {
  const own = Object.values(lifecycle.events).flatMap(({ approval, marks = [] }) =>
    approval === 'emergency' ? marks : [],
  )
  return new Set<Flag>(['emergency', ...own])
})

/**
 * Who looks at what no policy names: whoever decides last on the first of these kinds that the regulation has a policy
 * for. Nothing of a data repository is changed by one person alone.
 */
export function lastDecider(
  { approvals = [] }: JurisdictionProfile,
  kinds: readonly KindOfChange[],
): Pick<Asked, 'kind' | 'steps' | 'article'> | undefined {
  for (const kind of kinds) {
    const policy = approvals.find(({ change }) => change === kind)
    const step = policy?.steps.findLast(({ when }) => holds(when, nobodysCase))
    if (policy !== undefined && step !== undefined)
      return { kind, steps: [step], article: step.article ?? policy.article }
  }
  return undefined
}

/** Every step of the regulation's policy for a kind of change that concerns no system; undefined without one. */
export function policyOf(
  { approvals = [] }: JurisdictionProfile,
  kind: KindOfChange,
): Pick<Asked, 'kind' | 'steps' | 'article'> | undefined {
  const policy = approvals.find(({ change, when }) => change === kind && holds(when, nobodysCase))
  if (policy === undefined) return undefined
  return { kind, steps: policy.steps.filter(({ when }) => holds(when, nobodysCase)), article: policy.article }
}

/** Of no system and without a mark: conditions that ask for either do not hold. */
const nobodysCase = {
  system: undefined,
  unit: undefined,
  usesDedicatedPool: false,
  usesSharedPool: false,
  happened: [],
  flags: [],
  changes: [],
  places: () => [],
  size: () => undefined,
  opens: () => [],
} as const
