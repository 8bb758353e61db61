import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A directory for all tests of a file, gone with the last of them. */
export function lastingDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'tenantry-forge-test-'))
  made.add(directory)
  return directory
}

const made = new Set<string>()

afterAll(() => {
  for (const directory of made) rmSync(directory, { recursive: true, force: true })
})
