import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { codes } from '../../lib/command-line/codes.ts'
import { located } from '../../lib/command-line/located.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { makeFolder } from '../files/folder.ts'
import { growingName, leftGrowing } from '../files/growing.ts'

/** The same of a file that somebody named: a folder that is not there is a slip of the pen. @throws Refusal */
export function writeNamed(path: string, content: string | Uint8Array): void {
  const folder = dirname(path)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    const shown = printable(folder)
    const message = {
      zh: `文件夹 ${shown} 不存在；请先建立，或另写路径`,
      en: `there is no folder ${shown}; make it first, or name another path`,
    }
    throw new Refusal(finding(codes.fileAccess, { machine: shown }, { message }), 'usage')
  }
  writeWhole(path, content)
}

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
