/** A stretch of whole numbers; both ends count. */
export interface Stretch {
  readonly from: bigint
  readonly to: bigint
}

/** A stretch in each of some dimensions: every combination of numbers from them. */
export type Box = readonly Stretch[]

/** What of a box lies in none of others, as boxes that do not overlap; nothing where they cover it together. */
export function uncovered(box: Box, others: readonly Box[]): readonly Box[] {
  return others.reduce<readonly Box[]>((left, other) => left.flatMap(part => without(part, other)), [box])
}

function without(box: Box, other: Box): readonly Box[] {
  const shared = box.map((side, at) => overlap(side, other[at]))
  if (shared.some(side => side === undefined)) return [box]
  // One dimension after the other: what lies beside the shared stretch is left, and what lies in it is cut further.
  return box.flatMap((side, at) => {
    const inner = shared[at]
    if (inner === undefined) return []
    const cut = (part: Stretch): Box =>
      box.map((own, index) => (index < at ? (shared[index] ?? own) : index === at ? part : own))
    return [
      ...(side.from < inner.from ? [cut({ from: side.from, to: inner.from - 1n })] : []),
      ...(inner.to < side.to ? [cut({ from: inner.to + 1n, to: side.to })] : []),
    ]
  })
}

function overlap(a: Stretch, b: Stretch | undefined): Stretch | undefined {
  if (b === undefined) return undefined
  const [from, to] = [a.from > b.from ? a.from : b.from, a.to < b.to ? a.to : b.to]
  return from > to ? undefined : { from, to }
}
