import { documentOf } from './document.ts'
import { compare } from './readers.ts'
import { shrunk } from './shrink.ts'

/** Documents by their numbers, from `from` to before `to`. */
export interface Stretch {
  readonly seed: number
  readonly from: number
  readonly to: number
}

export interface Sample {
  /** How many of them each reader took. */
  readonly fast: number
  readonly full: number
  readonly failures: readonly Failure[]
}

export interface Failure {
  readonly seed: number
  readonly index: number
  readonly difference: string
  /** The shortest text found on which readers still differ. */
  readonly text: string
}

export function sample({ seed, from, to }: Stretch, fast?: (text: string) => unknown): Sample {
  let taken = 0
  let whole = 0
  const failures: Failure[] = []
  for (let index = from; index < to; index += 1) {
    const text = documentOf(seed, index)
    const { isFast, isFull, difference } = compare(text, fast)
    if (isFast) taken += 1
    if (isFull) whole += 1
    if (difference === undefined) continue
    const least = shrunk(text, shorter => compare(shorter, fast).difference !== undefined)
    failures.push({ seed, index, difference: compare(least, fast).difference ?? difference, text: least })
  }
  return { fast: taken, full: whole, failures }
}
