// What is done with folders, and what each does about links and about what is not there.
import { existsSync, lstatSync, mkdirSync, readdirSync, rmdirSync } from 'node:fs'
import { dirname } from 'node:path'

/** Makes a folder with those that it lies in, for the rights that none has yet. */
export function makeFolder(path: string, mode = 0o777): void {
  try {
    mkdirSync(path, { recursive: true, mode })
  } catch (error) {
    // Of a file system that is read-only, Node says that something is not there. To make the first that lacks tells why.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    mkdirSync(firstLacking(path), { mode })
    mkdirSync(path, { recursive: true, mode })
  }
}

function firstLacking(path: string): string {
  const parent = dirname(path)
  return parent === path || existsSync(parent) ? path : firstLacking(parent)
}

/** Names in a folder, or in one that a link leads to; none where nothing is there. */
export function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}

/** Names in a folder itself: a link to one has none, nor has anything else. */
export function namesInPlain(folder: string): readonly string[] {
  return lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? readdirSync(folder) : []
}

/** Names in a folder that somebody may look into; none where it cannot be, whatever the reason. */
export function namesInReadable(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Of a folder itself: nothing is removed through a link. */
export function removeIfEmpty(folder: string): void {
  const isPlain = lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true
  if (isPlain && readdirSync(folder).length === 0) rmdirSync(folder)
}
