// Numbers that look like chance and come again with their seed: a failure is told by its seed and its place.

export interface Random {
  /** A whole number between two others, both of which count. */
  readonly whole: (least: number, most: number) => number
  /** Whether something happens that happens so many times in a hundred. */
  readonly happens: (percent: number) => boolean
  /** One of several. */
  readonly one: <const T>(of: readonly [T, ...T[]]) => T
  /** So many of something. */
  readonly many: <T>(least: number, most: number, make: () => T) => readonly T[]
}

/** Mulberry32 (public domain, T. Ettinger): small, and the same on every machine. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    whole,
    happens: percent => next() * 100 < percent,
    one: ([first, ...others]) => [first, ...others][whole(0, others.length)] ?? first,
    many: (least, most, make) => Array.from({ length: whole(least, most) }, make),
  }
}
