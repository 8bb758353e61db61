import { lstatSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { namesInReadable } from './folder.ts'
import { isAlive } from './process-identity.ts'

/** A new directory that nobody else can look into, for as long as some work takes. Whoever asks for it takes it away. */
export function scratchDirectory(purpose: 'commit' | 'doctor' | 'merge'): string {
  const start = `tenantry-${purpose}-`
  removeLeft(start)
  return mkdtempSync(join(tmpdir(), `${start}${process.pid}-`))
}

/** Those of killed processes: what a commit holds is not to lie about. */
function removeLeft(start: string): void {
  for (const name of namesInReadable(tmpdir())) {
    const pid = name.startsWith(start) ? /^(\d+)-/.exec(name.slice(start.length))?.[1] : undefined
    if (pid !== undefined && !isAlive(Number(pid)) && isOwnDirectory(join(tmpdir(), name)))
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

/** A directory for temporary files is everybody's. */
function isOwnDirectory(path: string): boolean {
  const status = lstatSync(path, { throwIfNoEntry: false })
  return status?.isDirectory() === true && (process.getuid === undefined || status.uid === process.getuid())
}
