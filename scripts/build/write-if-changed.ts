import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** Keeps a file's time when its text stays, so that incremental compilers skip it. */
export function writeIfChanged(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  writeFileSync(path, text)
}
