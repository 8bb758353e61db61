import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import type { Mutant } from './mutants.ts'

/** Why no test can kill a mutant; it is found again by its file, the line that it begins on, and both texts. */
export interface Explanation {
  readonly file: string
  readonly within: string
  readonly original: string
  readonly replacement: string
  readonly reason: string
}

export interface Settled {
  /** Mutants that nothing killed and nobody explained. */
  readonly unexplained: readonly Mutant[]
  /** Explanations of mutants that there are no more, or that a test kills by now. */
  readonly idle: readonly Explanation[]
}

const members = ['file', 'within', 'original', 'replacement', 'reason'] as const

export function explanations(): readonly Explanation[] {
  const file = join(import.meta.dirname, 'explained.yaml')
  const read = load(readFileSync(file, 'utf8'))
  if (!Array.isArray(read) || !read.every(isExplanation))
    throw new Error(`${file} holds no list of explanations`)
  return read
}

export function settle(mutants: readonly Mutant[], explanations: readonly Explanation[]): Settled {
  const unkilled = mutants.filter(({ fate }) => fate === 'survived' || fate === 'uncovered')
  // Of these the run says nothing: they may well survive the next one.
  const undecided = mutants.filter(({ fate }) => fate === 'late' || fate === 'unreached')
  const explained = new Set(explanations.map(keyOf))
  const open = new Set([...unkilled, ...undecided].map(keyOf))
  return {
    unexplained: unkilled.filter(mutant => !explained.has(keyOf(mutant))),
    idle: explanations.filter(explanation => !open.has(keyOf(explanation))),
  }
}

export function withoutExplained(
  mutants: readonly Mutant[],
  explanations: readonly Explanation[],
): readonly Mutant[] {
  const explained = new Set(explanations.map(keyOf))
  return mutants.filter(mutant => mutant.fate === 'killed' || !explained.has(keyOf(mutant)))
}

function keyOf({ file, within, original, replacement }: Omit<Explanation, 'reason'>): string {
  return JSON.stringify([file, within, original, replacement])
}

function isExplanation(value: unknown): value is Explanation {
  if (typeof value !== 'object' || value === null) return false
  const given = new Map(Object.entries(value))
  return members.every(member => typeof given.get(member) === 'string' && given.get(member) !== '')
}
