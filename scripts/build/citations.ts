// Writes generated/citations.ts: every article that the tool's own code and tests cite, with the line it stands in.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeIfChanged } from './write-if-changed.ts'

const code = ['lib', 'stacks', 'scripts']
const tests = ['test']

/** As the `articleId` of the common schema, at word ends: `NW-2.3a`, `JQ1-12`. */
const article = /(?<![\w-])[A-Z]{2}[0-9]?-[0-9]+(?:\.[0-9]+)?[a-z]?(?![\w-])/g

export function generateCitations(root: string): void {
  mkdirSync(join(root, 'generated'), { recursive: true })
  const list = (name: string, folders: readonly string[]): string => {
    const rows = folders.flatMap(folder => citationsBelow(root, folder))
    const lines = rows.map(([id, file, line]) => `  { article: '${id}', file: '${file}', line: ${line} },\n`)
    return `export const ${name}: readonly SourceCitation[] = [\n${lines.join('')}]\n`
  }
  writeIfChanged(
    join(root, 'generated/citations.ts'),
    [
      '/* Made by the build from the articles cited in code and tests. */\n',
      'export interface SourceCitation {\n  readonly article: string\n  readonly file: string\n  readonly line: number\n}\n',
      list('codeCitations', code),
      list('testCitations', tests),
    ].join('\n'),
  )
}

function citationsBelow(root: string, folder: string): readonly (readonly [string, string, number])[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !file.includes('node_modules'))
    .sort()
  return files.flatMap(file => {
    const lines = readFileSync(join(root, folder, file), 'utf8').split('\n')
    return lines.flatMap((text, index) => {
      const ids = new Set(text.match(article) ?? [])
      return [...ids].map(id => [id, `${folder}/${file}`, index + 1] as const)
    })
  })
}
