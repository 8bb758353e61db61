import { type Finding, finding, type StackPlace } from '../finding/finding.ts'
import { isolationCodes } from './codes.ts'
import type { IsolationModel } from './model.ts'
import { Reachability, type Verdict } from './reachability.ts'

export interface Proof {
  /** For every ordered pair of the projects that were asked for with all others. */
  readonly verdicts: readonly Verdict[]
  /** With any of them, nothing is proven. */
  readonly findings: readonly Finding<StackPlace>[]
}

/** Judges every pair of projects of which one is asked for; none where something could not be read. */
export function proveIsolation(
  model: IsolationModel,
  projects: readonly string[],
  asked: ReadonlySet<string>,
): Proof {
  const findings = unreadIn(model)
  if (findings.length > 0) return { verdicts: [], findings }
  const reachability = new Reachability(model)
  const verdicts = projects.flatMap(from =>
    projects
      .filter(to => from !== to && (asked.has(from) || asked.has(to)))
      .map(to => reachability.between(from, to)),
  )
  return { verdicts, findings: sharesIn(verdicts) }
}

function unreadIn({ unread }: IsolationModel): readonly Finding<StackPlace>[] {
  return unread.map(({ origin, attribute }) =>
    finding(isolationCodes.notUnderstood, origin, {
      message: {
        zh: `${origin.address} 的 ${attribute} 无法理解，隔离无从证明`,
        en: `${attribute} of ${origin.address} has no known meaning, and nothing is proven`,
      },
    }),
  )
}

/** Each share once, though it may join many pairs. */
function sharesIn(verdicts: readonly Verdict[]): readonly Finding<StackPlace>[] {
  const shares = verdicts.flatMap(verdict => (verdict.reaches ? (verdict.share ?? []) : []))
  const byPlace = new Map(shares.map(share => [`${share.stack} ${share.address}`, share]))
  return [...byPlace.values()].map(share =>
    finding(isolationCodes.networkShared, share, {
      message: {
        zh: `${share.address} 使别的系统可以接入该网络；请删去这一共享`,
        en: `${share.address} lets another system plug into this network; take the share out`,
      },
    }),
  )
}
