import type { RunnerTestCase } from 'vitest'

/** What instrumented code and its test runner tell each other; the code looks for it under this name. */
interface Switchboard {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  hitCount?: number | undefined
  hitLimit?: number | undefined
  mutantCoverage?: { readonly perTest: Readonly<Record<string, Readonly<Record<string, number>>>> }
}

declare global {
  var __stryker__: Switchboard | undefined
}

globalThis.__stryker__ ??= {}

/** One object for the whole process: instrumented modules keep hold of the one that they find first. */
export const switchboard: Switchboard = globalThis.__stryker__

/** Every test that has run, in order. Setup files are read again for each test file; this module is not. */
export const known: RunnerTestCase[] = []
