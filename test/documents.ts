import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../scripts/workspace/package-root.ts'
import { commitAll } from './commit-all.ts'
import { type Ended, runHere, temporaryDirectory } from './scripts/harness.ts'

/** Everything that commands work on, in a directory of this test alone. */
export function exampleTree(): string {
  const directory = temporaryDirectory()
  for (const folder of ['catalogue', 'tenants']) {
    cpSync(join(packageRoot, folder), join(directory, folder), { recursive: true })
  }
  return directory
}

/** The catalogue with the tenants of one jurisdiction: enough for what only has to be looked at, several times over. */
export function oneJurisdiction(): string {
  const directory = temporaryDirectory()
  for (const folder of ['catalogue', 'tenants/ningwu'])
    cpSync(join(packageRoot, folder), join(directory, folder), { recursive: true })
  return directory
}

/** The same as the first commit of a git repository. */
export function committedTree(): string {
  const cwd = exampleTree()
  commitAll(cwd)
  return cwd
}

/** The words of a command line, with quotes taken off. */
export function wordsOf(line: string): string[] {
  return (line.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map(word => word.replace(/^(["'])(.*)\1$/, '$2'))
}

/** Runs `tenantry …` or `npx tenantry …` as it stands in a document. A watch ends after its first output. */
export async function runLine(line: string, cwd: string): Promise<Ended> {
  const words = wordsOf(line)
  const [program, ...argv] = words[0] === 'npx' ? words.slice(1) : words
  if (program !== 'tenantry') throw new Error(`not a command of ours: ${line}`)
  const controller = new AbortController()
  return await runHere(argv, { cwd, signal: controller.signal, onOutput: () => controller.abort() })
}

/** The shell lines of a document's `sh` blocks, comments left out. */
export function shellLines(text: string): string[] {
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
    .flatMap(([, body = '']) => body.split('\n'))
    .map(line => line.replace(/\s+#.*$/, '').trim())
    .filter(line => line !== '' && !line.startsWith('#'))
}

const sessions = /((?:^<!-- edit .* -->\n)*)^```console\n([\s\S]*?)^```$/gm

/**
 * The document as it should be: in each `console` block, the lines that begin with `$ ` are run, on the example tree
 * with the edits of the comments above it (`<!-- edit FILE: OLD → NEW -->`), and followed by what they really print.
 */
export async function withRealOutput(file: string): Promise<string> {
  let text = readFileSync(join(packageRoot, file), 'utf8')
  for (const [whole, edits = '', body = ''] of [...text.matchAll(sessions)]) {
    const cwd = exampleTree()
    for (const edit of edits.split('\n').filter(line => line !== '')) applyEdit(cwd, edit)
    const printed: string[] = []
    for (const line of body.split('\n').filter(line => line.startsWith('$ '))) {
      const [command = '', tail] = line.slice(2).split(' | tail -n ')
      const { stdout, stderr } = await runLine(command, cwd)
      const lines = `${stdout}${stderr}`.replace(/\n$/, '').split('\n')
      printed.push([line, ...(tail === undefined ? lines : lines.slice(-Number(tail)))].join('\n'))
    }
    text = text.replace(whole, () => `${edits}\`\`\`console\n${printed.join('\n')}\n\`\`\``)
  }
  return text
}

function applyEdit(directory: string, comment: string): void {
  const [, file = '', before = '', after = ''] = /^<!-- edit (\S+): (.+) → (.+) -->$/.exec(comment) ?? []
  const path = join(directory, file)
  const text = readFileSync(path, 'utf8')
  if (!text.includes(before)) throw new Error(`${file} does not hold ${before}`)
  writeFileSync(
    path,
    text.replace(before, () => after),
  )
}
