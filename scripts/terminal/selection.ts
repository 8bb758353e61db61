import { existsSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { codes } from '../../lib/command-line/codes.ts'
import { printable } from '../../lib/finding/printable.ts'
import { CommandError, type Context } from './command.ts'

/** Whether a file of the data repository, named from its root, is one that was asked about. */
export type Selection = (file: string) => boolean

/** The files and folders given, or all where none is. Throws a `CommandError` for what is not there. */
export function selectionOf(paths: readonly string[], { cwd, root }: Context): Selection {
  if (paths.length === 0) return () => true
  const chosen = paths.map(path => {
    const absolute = resolve(cwd, path)
    const below = relative(root, absolute).replaceAll('\\', '/')
    if (!below.startsWith('..') && existsSync(absolute)) return below
    const shown = printable(path)
    throw new CommandError(codes.noSuchPath.code, {
      zh: `数据仓库中没有 ${shown}`,
      en: `there is nothing at ${shown} in the data repository`,
    })
  })
  return file => chosen.some(path => path === '' || file === path || file.startsWith(`${path}/`))
}
