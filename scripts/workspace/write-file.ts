import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { located } from '../../lib/command-line/located.ts'
import { makeFolder } from '../files/folder.ts'
import { growingName, leftGrowing } from '../files/growing.ts'

/** Writes a whole file or none: readers see the old bytes or the new ones, also when the process is killed meanwhile. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const temporary = growingName(path)
  located(path, () => {
    try {
      makeFolder(dirname(path))
      for (const left of leftGrowing(path)) rmSync(left, { force: true })
      writeFileSync(temporary, content, { flag: 'wx' })
      renameSync(temporary, path)
    } catch (error) {
      rmSync(temporary, { force: true })
      throw error
    }
  })
}
