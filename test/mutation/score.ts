import type { Fate, Mutant } from './mutants.ts'

export type Tally = Readonly<Record<Fate, number>>

/** Per cent of mutants that have to be killed. */
export const wanted = 90

export function tallyOf(mutants: readonly Mutant[]): Tally {
  const count = (fate: Fate) => mutants.filter(mutant => mutant.fate === fate).length
  return {
    killed: count('killed'),
    survived: count('survived'),
    endless: count('endless'),
    late: count('late'),
    uncovered: count('uncovered'),
    unloadable: count('unloadable'),
    unreached: count('unreached'),
  }
}

/**
 * Per cent killed of those that the tests could say something about: what was late or is not covered counts against
 * the tests; what loops for ever, does not load or was not reached counts for nothing. Undefined where there is none.
 */
export function scoreOf({ killed, survived, late, uncovered }: Tally): number | undefined {
  const all = killed + survived + late + uncovered
  return all === 0 ? undefined : (100 * killed) / all
}

export function isEnough(mutants: readonly Mutant[]): boolean {
  return (scoreOf(tallyOf(mutants)) ?? 100) >= wanted
}
