import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../scripts/package-root.ts'

/** A fenced block of a document, with the comment right above it, if any. */
export interface Block {
  readonly file: string
  readonly line: number
  readonly language: string
  readonly text: string
  readonly comment: string | undefined
}

/** Every fenced block of README.md and of what people write in docs/. */
export function blocks(): Block[] {
  const docs = readdirSync(join(packageRoot, 'docs'))
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`)
  return ['README.md', ...docs].flatMap(file => blocksOf(file, readFileSync(join(packageRoot, file), 'utf8')))
}

function blocksOf(file: string, text: string): Block[] {
  const fences = text.matchAll(/(?:^<!-- ([^>]*) -->\n)?^```(\w*)\n([\s\S]*?)^```$/gm)
  return [...fences].map(([, comment, language = '', body = ''], index, _all) => ({
    file,
    line: index,
    language,
    text: body,
    comment,
  }))
}

/** The words of a command line, with quotes taken off. */
export function wordsOf(line: string): string[] {
  return (line.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map(word => word.replace(/^(["'])(.*)\1$/, '$2'))
}
