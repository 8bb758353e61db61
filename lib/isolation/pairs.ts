import type { Barrier, Reachability, Verdict } from './reachability.ts'
import { barrierBetween, namedPairs, type Stance, stancesOf } from './stance.ts'

export type OpenVerdict = Verdict & { readonly reaches: true }

/** Every ordered pair of some projects, counted by what keeps it apart. */
export interface PairTally {
  readonly pairs: number
  readonly apart: Readonly<Record<Barrier, number>>
  /** Open pairs of which one names the other, each with a witness. */
  readonly named: readonly OpenVerdict[]
  /** Projects that reach others because neither names anybody, with one witness for all of them. */
  readonly unnamed: readonly UnnamedPairs[]
}

export interface UnnamedPairs {
  readonly pairs: number
  readonly sample: OpenVerdict
}

type Counts = Record<Barrier, number>

/**
 * Judges all pairs without a look at each: projects whose rules name nobody are alike, and only those pairs are looked at
 * of which one names the other.
 */
export function tallyPairs(reachability: Reachability, projects: readonly string[]): PairTally {
  const side = stancesOf(reachability, projects)
  const groups = [...Map.groupBy(side.stances, ({ likeness }) => likeness).values()]
  const apart: Counts = { way: 0, addresses: 0, egress: 0, ingress: 0 }
  const named: OpenVerdict[] = []
  const open = new Map<string, { from: Stance; to: Stance; pairs: number }>()
  const count = (from: Stance, to: Stance, by: number): void => {
    const barrier = barrierBetween(from, to, !from.areas.isDisjointFrom(to.areas))
    if (barrier !== undefined) {
      apart[barrier] += by
      return
    }
    const key = `${from.likeness} → ${to.likeness}`
    const known = open.get(key)
    open.set(key, { from, to, pairs: (known?.pairs ?? 0) + by })
  }
  for (const from of groups) {
    for (const to of groups) {
      const [sender, receiver] = [from[0], from === to ? to[1] : to[0]]
      const pairs = from.length * (from === to ? to.length - 1 : to.length)
      if (sender !== undefined && receiver !== undefined) count(sender, receiver, pairs)
    }
  }
  const byProject = new Map(side.stances.map(stance => [stance.project, stance]))
  for (const [from, to] of closePairs(reachability, side, projects)) {
    const [sender, receiver] = [byProject.get(from), byProject.get(to)]
    if (sender === undefined || receiver === undefined) continue
    count(sender, receiver, -1)
    const verdict = reachability.between(from, to)
    if (verdict.reaches) named.push(verdict)
    else apart[verdict.barrier] += 1
  }
  const unnamed = [...open.values()].flatMap(({ from, to, pairs }) => sampleOf(reachability, from, to, pairs))
  return { pairs: projects.length * (projects.length - 1), apart, named, unnamed }
}

function sampleOf(
  reachability: Reachability,
  from: Stance,
  to: Stance,
  pairs: number,
): readonly UnnamedPairs[] {
  const sample = pairs > 0 ? reachability.between(from.project, to.project) : undefined
  return sample?.reaches === true ? [{ pairs, sample }] : []
}

/** Pairs that have to be looked at one by one, each once. */
export function* closePairs(
  reachability: Reachability,
  side: ReturnType<typeof stancesOf>,
  projects: readonly string[],
): Generator<readonly [string, string]> {
  const seen = new Map<string, Set<string>>()
  const isNew = (from: string, to: string): boolean => {
    const others = seen.get(from) ?? new Set()
    seen.set(from, others)
    return from !== to && !others.has(to) && others.add(to).has(to)
  }
  for (const [from, to] of namedPairs(side, side)) if (isNew(from, to)) yield [from, to]
  const among = new Set(projects)
  for (const one of reachability.plugged()) {
    if (!among.has(one)) continue
    for (const other of projects) {
      if (isNew(one, other)) yield [one, other]
      if (isNew(other, one)) yield [other, one]
    }
  }
}
