import { join } from 'node:path'
import { codeOwnersFiles, otherCodeOwnersFiles } from '../../lib/owners/forge.ts'
import { readRegularFile } from '../../lib/read/file.ts'

/** GitHub passes over a larger one. */
const mostBytes = 3 * 1024 * 1024

/** The texts of the files of owners that lie in a repository, by path. What is none is told of as a file. */
export function codeOwnersIn(root: string): ReadonlyMap<string, string> {
  return new Map(
    [...Object.values(codeOwnersFiles), ...otherCodeOwnersFiles].flatMap(file => {
      const content = readRegularFile(join(root, file), mostBytes)
      return 'bytes' in content ? [[file, new TextDecoder().decode(content.bytes)] as const] : []
    }),
  )
}
