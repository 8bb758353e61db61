import { describe, expect, it } from 'vitest'
import { type Box, holdsNumber, uncovered } from '../../lib/network/box.ts'

const box = (...sides: readonly (readonly [number, number])[]): Box =>
  sides.map(([from, to]) => ({ from: BigInt(from), to: BigInt(to) }))

/** Every point of a box of three sides. */
function points(one: Box): string[] {
  const [x, y, z] = one.map(({ from, to }) =>
    Array.from({ length: Number(to - from) + 1 }, (_, at) => from + BigInt(at)),
  )
  return (x ?? []).flatMap(a => (y ?? []).flatMap(b => (z ?? []).map(c => `${a} ${b} ${c}`)))
}

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    yield state >> 8
  }
}

describe('a stretch', () => {
  it.each([
    [4n, false],
    [5n, true],
    [7n, true],
    [9n, true],
    [10n, false],
  ])('from 5 to 9 holds %i: %s', (number, holds) => {
    expect(holdsNumber({ from: 5n, to: 9n }, number)).toBe(holds)
  })
})

describe('what of a box others leave uncovered', () => {
  it('is all of it where they lie elsewhere, and nothing where they cover it together', () => {
    const one = box([0, 9], [5, 5])
    expect(uncovered(one, [])).toEqual([one])
    expect(uncovered(one, [box([10, 20], [5, 5]), box([0, 9], [6, 6])])).toEqual([one])
    expect(uncovered(one, [box([5, 9], [0, 9]), box([0, 4], [5, 5])])).toEqual([])
    expect(uncovered(one, [box([0, 4], [5, 5]), box([6, 9], [5, 5])])).toEqual([box([5, 5], [5, 5])])
  })

  it('is exactly the points that lie in none of them, each once', () => {
    const random = numbers(7)
    const side = (): readonly [number, number] => {
      const [a, b] = [random.next().value % 5, random.next().value % 5]
      return a < b ? [a, b] : [b, a]
    }
    for (let round = 0; round < 300; round += 1) {
      const whole = box(side(), side(), side())
      const others = Array.from({ length: random.next().value % 4 }, () => box(side(), side(), side()))
      const covered = new Set(others.flatMap(points))
      expect(uncovered(whole, others).flatMap(points).toSorted()).toEqual(
        points(whole)
          .filter(point => !covered.has(point))
          .toSorted(),
      )
    }
  })
})
