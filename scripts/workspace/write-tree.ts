import { existsSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { codes } from '../../lib/command-line/codes.ts'
import { located } from '../../lib/command-line/located.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { makeFolder, namesInPlain } from '../files/folder.ts'
import { growingName, leftGrowing } from '../files/growing.ts'

/** The directory, if nothing is in its place or only an empty directory; throws a `Refusal` otherwise. */
export function emptyTarget(directory: string): string {
  const status = statSync(directory, { throwIfNoEntry: false })
  if (status === undefined || (status.isDirectory() && readdirSync(directory).length === 0)) return directory
  const shown = printable(directory)
  const message = {
    zh: `${shown} 已存在且非空，未作改动`,
    en: `${shown} exists and is not empty; nothing was changed`,
  }
  throw new Refusal(finding(codes.notEmpty, { machine: directory }, { message }), 'usage')
}

/**
 * Writes a whole tree or nothing: it grows beside its place and is moved there when it is complete. `more` makes the
 * files that depend on what has been written. Returns the paths of all files, sorted.
 */
export async function writeTree(
  target: string,
  files: ReadonlyMap<string, string>,
  more: (directory: string) => Promise<ReadonlyMap<string, string>> = async () => new Map(),
): Promise<string[]> {
  const growing = growingName(target)
  try {
    located(target, () => {
      makeFolder(growing)
      removeLeft(target, files)
      writeFiles(growing, files)
    })
    const further = await more(growing)
    located(target, () => {
      writeFiles(growing, further)
      if (existsSync(target)) rmdirSync(target)
      renameSync(growing, target)
    })
    return [...files.keys(), ...further.keys()].sort()
  } catch (error) {
    rmSync(growing, { recursive: true, force: true })
    throw error
  }
}

/** What killed processes have left of the same tree; a folder with anything else in it is somebody's own. */
function removeLeft(target: string, files: ReadonlyMap<string, string>): void {
  const own = new Set([...files.keys()].map(file => file.split('/')[0]))
  for (const left of leftGrowing(target)) {
    if (namesInPlain(left).every(name => own.has(name))) rmSync(left, { recursive: true, force: true })
  }
}

function writeFiles(directory: string, files: ReadonlyMap<string, string>): void {
  for (const [file, text] of files) {
    makeFolder(dirname(join(directory, file)))
    writeFileSync(join(directory, file), text, { flag: 'wx' })
  }
}
