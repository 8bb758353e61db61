import type { FindingDetails } from '../finding/finding.ts'
import type { Breach } from '../isolation/beliefs/index.ts'
import type { Given } from '../isolation/grant.ts'
import { type HeldBelief, judge } from '../isolation/judge.ts'
import type { IsolationModel } from '../isolation/model.ts'
import { unreadIn } from '../isolation/prove.ts'
import { Reachability } from '../isolation/reachability.ts'

/** One way in which a stack breaks what is believed of the isolation. */
export interface StackBreach extends Pick<FindingDetails, 'message' | 'article' | 'citation'> {
  /** The resource of this stack that has part in it; undefined where what does lies elsewhere. */
  readonly address: string | undefined
}

/**
 * What the beliefs have against each of some stacks, by their names. A breach is held against every one of them that has
 * part in it; one in what zones and units share, where that is not among them, against the systems that it concerns. What
 * only another system does holds nobody else up.
 *
 * @param model of these stacks and of all that stands around them
 */
export function breachesByStack(
  model: IsolationModel,
  given: Given,
  beliefs: readonly HeldBelief[],
  stacks: ReadonlySet<string>,
): ReadonlyMap<string, readonly StackBreach[]> {
  const unread = unreadIn(model).map(({ message }) => ({ address: undefined, message }))
  // What cannot be read may open anything.
  if (unread.length > 0) return new Map([...stacks].map(stack => [stack, unread]))
  const { breaches } = judge({ model, given, reachability: new Reachability(model) }, beliefs)
  const against = breaches.flatMap(({ breach, told: { message, article, citation } }) =>
    partsIn(breach, given, stacks).map(({ stack, address }) => ({
      stack,
      breach: { address, message, article, citation },
    })),
  )
  const byStack = Map.groupBy(against, ({ stack }) => stack)
  return new Map([...byStack].map(([stack, all]) => [stack, all.map(({ breach }) => breach)]))
}

type Part = { readonly stack: string; readonly address: string | undefined }

function partsIn(
  { origin, others = [], projects }: Breach,
  given: Given,
  stacks: ReadonlySet<string>,
): readonly Part[] {
  const places = [origin, ...others].flatMap(place => ('stack' in place ? [place] : []))
  const first = new Map(places.toReversed().map(({ stack, address }) => [stack, { stack, address }]))
  const own = [...first.values()].filter(({ stack }) => stacks.has(stack))
  if (own.length > 0) return own
  const systems = new Map([...given.projects.values()].map(({ project, stack }) => [project, stack]))
  const ofSystems = new Set(systems.values())
  if (places.some(({ stack }) => ofSystems.has(stack))) return []
  const concerned = projects.flatMap(project => systems.get(project) ?? [])
  return concerned.filter(stack => stacks.has(stack)).map(stack => ({ stack, address: undefined }))
}
