// What the process that starts StrykerJS tells the processes that it starts, by their environment: Vitest reads its
// configuration there, and StrykerJS has no way to pass values to it.
import { join } from 'node:path'

/**
 * `coverage`: each test file for itself. `warm`: all in one worker, which stays. `fresh`: all in one worker, for one
 * mutant.
 */
export type Mode = 'coverage' | 'warm' | 'fresh'

export const vitestConfig = join('test', 'mutation', 'vitest.config.ts')

export function setMode(mode: Mode): void {
  process.env.TENANTRY_MUTATION_MODE = mode
}

export function mode(): string | undefined {
  return process.env.TENANTRY_MUTATION_MODE
}

/** Folders and files of tests that may kill a mutant, the likeliest first. */
export function setTests(places: readonly string[]): void {
  process.env.TENANTRY_MUTATION_TESTS = places.join(' ')
}

export function tests(): readonly string[] {
  return process.env.TENANTRY_MUTATION_TESTS?.split(' ') ?? []
}

/** Whether a warm worker is believed when it lets a mutant pass, and what only a new worker can tell is left out. */
export function setQuick(quick: boolean): void {
  process.env.TENANTRY_MUTATION_QUICK = String(quick)
}

export function isQuick(): boolean {
  return process.env.TENANTRY_MUTATION_QUICK === 'true'
}

/** When no further mutant is started, in milliseconds since 1970. */
export function setDeadline(at: number): void {
  process.env.TENANTRY_MUTATION_DEADLINE = String(at)
}

export function deadline(): number {
  return Number(process.env.TENANTRY_MUTATION_DEADLINE ?? Number.POSITIVE_INFINITY)
}
