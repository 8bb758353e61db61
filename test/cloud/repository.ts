// Data repositories for tests: copies of this one's catalogue and examples.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeModel } from '../../lib/compose/index.ts'
import { desiredState, type ZonePlan } from '../../lib/desired-state/index.ts'
import { readRepository } from '../../lib/read/index.ts'
import { composeSchemas, validateAll } from '../../lib/validate/index.ts'
import { packageRoot } from '../../scripts/workspace/package-root.ts'

/** The day that every test looks at the examples on: what they are granted changes with the seasons. */
export const day = '2026-11-23'

export interface Repository {
  readonly root: string
  /** Where the state of its stacks is kept. */
  readonly home: string
  /** What should stand in each zone. */
  readonly zones: () => readonly ZonePlan[]
  /** Replaces a text that occurs exactly once in a file. */
  readonly replace: (file: string, text: string, by: string) => void
  readonly remove: () => void
}

/** Copies the catalogue and the units named as `<jurisdiction>/<unit>`; without names, all. */
export function copyRepository(...units: readonly string[]): Repository {
  const machine = mkdtempSync(join(tmpdir(), 'tenantry-repository-'))
  const root = join(machine, 'repository')
  const folders = units.length === 0 ? ['tenants'] : units.map(unit => `tenants/${unit}`)
  for (const folder of ['catalogue', ...folders]) {
    cpSync(join(packageRoot, folder), join(root, folder), { recursive: true })
  }
  return {
    root,
    home: homeOf(root),
    zones: () => {
      const { documents } = readRepository(root)
      const valid = validateAll(documents, () => composeSchemas(documents))
      const { model } = composeModel(valid.documents, day)
      return model === undefined ? [] : desiredState(model).zones
    },
    replace: (file, text, by) => {
      const parts = readFileSync(join(root, file), 'utf8').split(text)
      if (parts.length !== 2) throw new Error(`${file} holds ${parts.length - 1} times: ${text}`)
      writeFileSync(join(root, file), parts.join(by))
    },
    remove: () => rmSync(machine, { recursive: true, force: true }),
  }
}

/** Beside the repository, so that it goes with it. */
export function homeOf(root: string): string {
  return `${root}.state`
}
