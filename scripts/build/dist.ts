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
function prune(root: string): void {
  for (const file of filesUnder(join(root, 'dist'))) {
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

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
}
