// Git opens what it finds among its own files and settings, and waits for the end of it: of a pipe or a device there is none.
import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readRegularFile } from '../../lib/read/file.ts'
import { gitRootOf, realPathOf } from '../../lib/read/inside.ts'

/** Whose settings git reads beside those of the repository; what is undefined it does not ask for. */
export interface SettingsHome {
  readonly HOME: string | undefined
  readonly XDG_CONFIG_HOME: string | undefined
}

/** The path of something that git would wait for; undefined where there is none. Sockets end by themselves. */
export function endlessFile(root: string, home: SettingsHome): string | undefined {
  const around = gitRootOf(realPathOf(root))
  const own = around === undefined ? undefined : endlessIn(join(around, '.git'))
  return own ?? settingsOf(home).find(path => isEndless(path))
}

function settingsOf({ HOME, XDG_CONFIG_HOME }: SettingsHome): readonly string[] {
  const xdg = XDG_CONFIG_HOME ?? (HOME === undefined ? undefined : join(HOME, '.config'))
  return [
    ...(HOME === undefined ? [] : [join(HOME, '.gitconfig')]),
    ...(xdg === undefined ? [] : ['config', 'attributes', 'ignore'].map(name => join(xdg, 'git', name))),
  ]
}

function endlessIn(dotGit: string): string | undefined {
  if (isEndless(dotGit)) return dotGit
  const folder = folderOf(dotGit)
  const seen = new Set<string>()
  const own = endlessBelow(folder, seen)
  if (own !== undefined) return own
  const common = lineIn(join(folder, 'commondir'))
  const shared = common === undefined ? folder : resolve(folder, common)
  return endlessBelow(shared, seen) ?? endlessBeside(join(shared, 'objects'), seen)
}

/** In a linked worktree and a submodule `.git` is a file that names the folder. */
function folderOf(dotGit: string): string {
  const named = /^gitdir: (.*)$/.exec(lineIn(dotGit) ?? '')?.[1]
  return named === undefined ? dotGit : resolve(dotGit, '..', named)
}

/** In the folders of objects that others lend. */
function endlessBeside(objects: string, seen: Set<string>): string | undefined {
  for (const lent of linesIn(join(objects, 'info/alternates'))) {
    const folder = resolve(objects, lent)
    const found = seen.has(realPathOf(folder))
      ? undefined
      : (endlessBelow(folder, seen) ?? endlessBeside(folder, seen))
    if (found !== undefined) return found
  }
  return undefined
}

/** Of these git opens nothing for us: neither is a program called, nor a submodule entered. */
const unread: ReadonlySet<string> = new Set(['hooks', 'modules', 'lfs'])

function endlessBelow(folder: string, seen: Set<string>): string | undefined {
  const real = realPathOf(folder)
  if (seen.has(real)) return undefined
  seen.add(real)
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name)
    if (entry.isSymbolicLink() ? isEndless(path) : neverEnds(entry)) return path
    if (!isFolder(entry, path) || unread.has(entry.name)) continue
    const found = endlessBelow(path, seen)
    if (found !== undefined) return found
  }
  return undefined
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    // What cannot be looked into git says itself.
    return []
  }
}

function isFolder(entry: Dirent, path: string): boolean {
  return entry.isDirectory() || (entry.isSymbolicLink() && statusOf(path)?.isDirectory() === true)
}

/** The empty device is what people put in the place of a file that they do not want. */
function isEndless(path: string): boolean {
  const status = statusOf(path)
  return status !== undefined && neverEnds(status) && realPathOf(path) !== '/dev/null'
}

function neverEnds(entry: Dirent | Stats): boolean {
  return entry.isFIFO() || entry.isCharacterDevice() || entry.isBlockDevice()
}

function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

const mostBytes = 64 * 1024

function linesIn(path: string): readonly string[] {
  const content = readRegularFile(realPathOf(path), mostBytes)
  const text = 'bytes' in content ? new TextDecoder().decode(content.bytes) : ''
  return text.split('\n').filter(line => line !== '')
}

function lineIn(path: string): string | undefined {
  return linesIn(path)[0]
}
