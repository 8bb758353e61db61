import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** What a long run is over: with the same of both, one that was broken off goes on. */
export interface Ground {
  readonly commit: string
  readonly seed: number
}

/** What a run over the same ground has kept, or the beginning of one. */
export function keptIn<T extends Ground>(file: string, fresh: T): T {
  try {
    const kept: T = JSON.parse(readFileSync(file, 'utf8'))
    return kept.commit === fresh.commit && kept.seed === fresh.seed ? kept : fresh
  } catch {
    return fresh
  }
}

export function keepIn(file: string, progress: Ground): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(progress, null, 2)}\n`)
}
