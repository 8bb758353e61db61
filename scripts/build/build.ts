// npm run build: types from the schemas, the articles cited in code and tests, the provider's constructs from its schema, then the compiler over all.
import { join } from 'node:path'
import { BuildError } from './build-error.ts'
import { generateCitations } from './citations.ts'
import { buildDist } from './dist.ts'
import { buildProvider } from './provider.ts'
import { generateTypes } from './types.ts'

const root = join(import.meta.dirname, '../..')

try {
  await generateTypes(root)
  generateCitations(root)
  await buildProvider(root)
  await buildDist(root)
} catch (error) {
  if (!(error instanceof BuildError)) throw error
  process.stderr.write(`build: ${error.message}\n${error.details}\n`)
  process.exitCode = 1
}
