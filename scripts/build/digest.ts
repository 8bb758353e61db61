import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

/** sha256 over the names and bytes of files, in the order given. */
export function digestOfFiles(files: readonly string[], extra: readonly string[] = []): string {
  const hash = createHash('sha256')
  for (const text of extra) hash.update(`${text.length}:${text}\n`)
  for (const file of files) {
    const bytes = readFileSync(file)
    hash.update(`${file.length}:${file}:${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}

/** The digest that an earlier step left behind, if any. */
export function readStamp(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}
