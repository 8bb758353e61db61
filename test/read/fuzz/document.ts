import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { grammarDocument } from './grammar.ts'
import { mutant, soup } from './mutate.ts'
import { randomOf } from './random.ts'

const root = join(import.meta.dirname, '../../..')

/** The example repository's manifests and the hostile ones, those of a usual size. */
function manifests(): readonly [string, ...string[]] {
  const [first = '', ...rest] = ['catalogue', 'tenants', 'test/fixtures/hostile'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.yaml'))
      .sort()
      .map(name => readFileSync(join(root, folder, name), 'utf8'))
      .filter(text => text.length < 60_000),
  )
  return [first, ...rest]
}

let texts: readonly [string, ...string[]] | undefined

/** The document of a number: along the grammar, of a manifest, or of pieces. */
export function documentOf(seed: number, index: number): string {
  texts ??= manifests()
  const random = randomOf(seed, index)
  const kind = random.below(10)
  if (kind < 6) return grammarDocument(random)
  return kind < 9 ? mutant(random, texts) : soup(random)
}
