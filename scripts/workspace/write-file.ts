import { randomBytes } from 'node:crypto'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { located } from '../../lib/command-line/located.ts'

/** Writes a whole file or none: readers see the old bytes or the new ones, also when the process is killed meanwhile. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}`)
  located(path, () => {
    try {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(temporary, content, { flag: 'wx' })
      renameSync(temporary, path)
    } catch (error) {
      rmSync(temporary, { force: true })
      throw error
    }
  })
}
