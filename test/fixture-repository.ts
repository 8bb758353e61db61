import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { kindOf } from '../lib/read/index.ts'
import { packageRoot } from '../scripts/workspace/package-root.ts'
import { exampleFiles, type Files, type Loaded, loaded } from './example-repository.ts'

/** A whole data repository under `test/fixtures`, in place of the example. */
export interface FixtureRepository {
  readonly text: (file: string) => string
  /** Through every stage, with some files changed. */
  readonly loaded: (changes: Files, day: string) => Loaded
}

export function fixtureRepository(name: string): FixtureRepository {
  const folder = join(packageRoot, 'test/fixtures', name)
  const own = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => kindOf(file) !== undefined)
      .map(file => [file, readFileSync(join(folder, file), 'utf8')] as const),
  )
  const noExample = [...exampleFiles.keys()].map(file => [file, undefined] as const)
  return {
    text: file => {
      const text = own.get(file)
      if (text === undefined) throw new Error(`the fixture ${name} has no ${file}`)
      return text
    },
    loaded: (changes, day) => loaded(new Map([...noExample, ...own, ...changes]), day),
  }
}
