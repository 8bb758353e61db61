// Files of the data repository written anew: none that was changed since it was looked at, all of them or none.
import { join } from 'node:path'
import { fileStart, finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { readRegularFile } from '../../lib/read/file.ts'
import type { SourceFile } from '../../lib/read/index.ts'
import { codes, digestOf } from '../../lib/read/index.ts'
import { byteLimit } from '../../lib/read/limits.ts'
import { writeWhole } from './write-file.ts'

export interface Rewritten {
  /** As it was looked at. */
  readonly source: Pick<SourceFile, 'file' | 'kind' | 'digest'>
  readonly text: string
}

/** @throws Refusal where a file is not what was looked at; then none is written. */
export function rewrite(root: string, files: readonly Rewritten[]): void {
  for (const { source } of files) requireUnchanged(root, source)
  for (const { source, text } of files) writeWhole(join(root, source.file), text)
}

function requireUnchanged(root: string, { file, kind, digest }: Rewritten['source']): void {
  const content = readRegularFile(join(root, file), byteLimit(kind))
  if ('bytes' in content && digestOf(content.bytes) === digest) return
  const shown = printable(file)
  const message = {
    zh: `${shown}：文件在检查之后被改动`,
    en: `${shown}: the file was changed after it was checked`,
  }
  const fix = { message: { zh: '再次运行', en: 'run the command again' } }
  throw new Refusal(
    finding(codes.notEdited, { file, range: fileStart, path: [] }, { message, fix }),
    'findings',
  )
}
