// Whether a path of the machine lies in a data repository: what does, a change to the repository could bring there.
import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'

/**
 * Whether something lies in the data repository, or in the git repository around it, by the path that is written or by
 * the one that its links lead to: whoever writes one of either would decide what is found there.
 */
export function liesInside(path: string, root: string): boolean {
  const [written, data] = [resolve(path), resolve(root)]
  const real = realPathOf(data)
  const around = gitRootOf(real) ?? real
  return isBelow(written, data) || isBelow(written, around) || isBelow(realPathOf(written), around)
}

/** Resolves links in the part of a path that exists. */
export function realPathOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(realPathOf(parent), basename(path))
  }
}

function isBelow(path: string, folder: string): boolean {
  const below = relative(folder, path)
  return below === '' || !(below === '..' || /^\.\.[/\\]/.test(below) || isAbsolute(below))
}

/** The nearest folder with `.git`, from a path on upwards: of git's own kind only where the path has no links in it. */
export function gitRootOf(path: string): string | undefined {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (folder === dirname(folder)) return undefined
  }
}
