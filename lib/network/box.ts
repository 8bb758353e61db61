/** Whole numbers in a row, such as addresses or ports; both ends count. */
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

/** What two boxes of the same dimensions share; undefined where that is nothing. */
export function sharedBox(box: Box, other: Box): Box | undefined {
  const shared = box.flatMap((side, at) => overlap(side, other[at]) ?? [])
  return shared.length === box.length ? shared : undefined
}

function without(box: Box, other: Box): readonly Box[] {
  const shared = sharedBox(box, other)
  if (shared === undefined) return [box]
  // One dimension after the other: what lies beside the shared stretch is left, and what lies in it is cut further.
  return box.flatMap((side, at) => {
    const inner = shared[at]
    if (inner === undefined) return []
    const cut = (part: Stretch): Box => [...shared.slice(0, at), part, ...box.slice(at + 1)]
    return [
      ...(side.from < inner.from ? [cut({ from: side.from, to: inner.from - 1n })] : []),
      ...(inner.to < side.to ? [cut({ from: inner.to + 1n, to: side.to })] : []),
    ]
  })
}

/** What two stretches share; undefined where that is nothing. */
export function overlap(a: Stretch, b: Stretch | undefined): Stretch | undefined {
  if (b === undefined) return undefined
  const [from, to] = [a.from > b.from ? a.from : b.from, a.to < b.to ? a.to : b.to]
  return from > to ? undefined : { from, to }
}

export function holdsNumber({ from, to }: Stretch, number: bigint): boolean {
  return from <= number && number <= to
}
