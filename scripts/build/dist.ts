// Compiles lib, stacks, scripts and test into dist/, and keeps dist/ free of what no source stands behind.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { BuildError } from './build-error.ts'
import { compile } from './compile.ts'

export async function buildDist(root: string): Promise<void> {
  prune(root)
  const { succeeded, output } = await compile('tsconfig.json', root)
  copySchemas(root)
  if (!succeeded) throw new BuildError('the sources do not compile', output)
}

/** A file whose source was removed or renamed would still be found by an import, and a test pass that should not. */
export function prune(root: string): void {
  for (const file of filesUnder(join(root, 'dist'), beside)) {
    const source = relative(join(root, 'dist'), file).replace(/\.js$/, '.ts')
    if (file.endsWith('.js') && !existsSync(join(root, source))) {
      rmSync(file)
      // The compiler writes only what changed since its notes, so the notes go with the file.
      rmSync(join(root, 'dist/.tsbuildinfo'), { force: true })
    }
  }
}

/** Schemas are read as data beside the code that reads them, so the compiler does not know of them. */
function copySchemas(root: string): void {
  for (const file of filesUnder(join(root, 'lib')).filter(file => file.endsWith('.json'))) {
    const copy = join(root, 'dist', relative(root, file))
    if (existsSync(copy) && readFileSync(copy).equals(readFileSync(file))) continue
    mkdirSync(dirname(copy), { recursive: true })
    copyFileSync(file, copy)
  }
}

/** What others keep in dist/: copies of the tree for a run of mutations, with a link to the packages. */
const beside: ReadonlySet<string> = new Set(['mutation'])

/** Follows no link: what it leads to is not ours to prune. Node's own recursive reading goes through links to folders. */
function filesUnder(folder: string, except: ReadonlySet<string> = new Set()): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return except.has(entry.name) ? [] : filesUnder(path)
    return entry.isFile() ? [path] : []
  })
}
