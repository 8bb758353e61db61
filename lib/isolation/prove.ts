import { type AnyFinding, fileStart, finding } from '../finding/finding.ts'
import type { World } from './beliefs/index.ts'
import { isolationCodes } from './codes.ts'
import type { Given } from './grant.ts'
import { type BeliefVerdict, type HeldBelief, judge } from './judge.ts'
import { type IsolationModel, nameOfOrigin } from './model.ts'
import { type PairTally, tallyPairs } from './pairs.ts'
import { Reachability } from './reachability.ts'
import { betweenParts, type SideVerdict } from './sides.ts'

export interface Proof {
  readonly beliefs: readonly BeliefVerdict[]
  /** Undefined where a network is open to everybody: then every pair is. */
  readonly tally: PairTally | undefined
  /** Each part of a system with tiers against each other. */
  readonly tiers: readonly SideVerdict[]
  /** With an error among them, nothing is proven. */
  readonly findings: readonly AnyFinding[]
}

/** Judges the beliefs, and every pair of systems; neither where something could not be read. */
export function proveIsolation(model: IsolationModel, given: Given, beliefs: readonly HeldBelief[]): Proof {
  const unread = unreadIn(model)
  if (unread.length > 0) return { beliefs: [], tally: undefined, tiers: [], findings: unread }
  const world: World = { model, given, reachability: new Reachability(model) }
  const { verdicts, findings } = judge(world, beliefs)
  const tally = isOpenToAll(model) ? undefined : tallyPairs(world.reachability, [...given.projects.keys()])
  return {
    beliefs: verdicts,
    tally,
    tiers: [...given.projects.values()].flatMap(grant => betweenParts(world.reachability, grant)),
    findings: [...(beliefs.length === 0 ? [nothingBelieved] : []), ...findings],
  }
}

function isOpenToAll({ networks, shares }: IsolationModel): boolean {
  return (
    networks.some(({ shared }) => shared) ||
    shares.some(({ action, target }) => action === 'access_as_shared' && target === '*')
  )
}

/** What of a model nobody knows the meaning of. */
export function unreadIn({ unread }: IsolationModel): readonly AnyFinding[] {
  return unread.map(({ origin, attribute }) => {
    const name = nameOfOrigin(origin)
    return finding(isolationCodes.notUnderstood, origin, {
      message: {
        zh: `${name} 的 ${attribute} 无法理解，隔离无从证明`,
        en: `${attribute} of ${name} has no known meaning, and nothing is proven`,
      },
    })
  })
}

const nothingBelieved = finding(
  isolationCodes.nothingBelieved,
  { file: 'catalogue/platform.yaml', range: fileStart, path: [] },
  { message: isolationCodes.nothingBelieved.title },
)
