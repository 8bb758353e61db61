import { closePairs, type OpenVerdict } from './pairs.ts'
import type { Reachability } from './reachability.ts'
import { barrierBetween, type Stance, stancesOf } from './stance.ts'

/** How many ordered pairs there are from one row of a table to another, and how many of them are open. */
export interface Openness {
  readonly pairs: number
  readonly open: number
}

/**
 * The pairs of a tally by rows, such as units: for each row its openness to each, by their labels.
 *
 * @param named the open pairs of the same projects of which one names the other
 */
export function openBetween(
  reachability: Reachability,
  projects: readonly string[],
  named: readonly OpenVerdict[],
  labelOf: (project: string) => string,
): (from: string, to: string) => Openness {
  const side = stancesOf(reachability, projects)
  const byProject = new Map(side.stances.map(stance => [stance.project, stance]))
  const alike = Map.groupBy(side.stances, ({ likeness }) => likeness)
  const counts = [...alike.values()].map(stances => ({
    stance: stances[0],
    byLabel: Map.groupBy(stances, ({ project }) => labelOf(project)),
  }))
  const open = new Map<string, number>()
  const count = (from: string, to: string, by: number): void => {
    const key = keyOf(from, to)
    open.set(key, (open.get(key) ?? 0) + by)
  }
  for (const from of counts)
    for (const to of counts) {
      if (from.stance === undefined || to.stance === undefined) continue
      if (isBarred(from.stance, to.stance)) continue
      for (const [sender, senders] of from.byLabel)
        for (const [receiver, receivers] of to.byLabel) {
          const same = from === to && sender === receiver ? senders.length : 0
          count(sender, receiver, senders.length * receivers.length - same)
        }
    }
  for (const [from, to] of closePairs(reachability, side, projects)) {
    const [sender, receiver] = [byProject.get(from), byProject.get(to)]
    if (sender !== undefined && receiver !== undefined && !isBarred(sender, receiver))
      count(labelOf(from), labelOf(to), -1)
  }
  for (const { from, to } of named) count(labelOf(from), labelOf(to), 1)
  const sizes = Map.groupBy(projects, labelOf)
  return (from, to) => {
    const [senders = [], receivers = []] = [sizes.get(from), sizes.get(to)]
    const pairs = senders.length * receivers.length - (from === to ? senders.length : 0)
    return { pairs, open: open.get(keyOf(from, to)) ?? 0 }
  }
}

function isBarred(from: Stance, to: Stance): boolean {
  return barrierBetween(from, to, !from.areas.isDisjointFrom(to.areas)) !== undefined
}

function keyOf(from: string, to: string): string {
  return JSON.stringify([from, to])
}
