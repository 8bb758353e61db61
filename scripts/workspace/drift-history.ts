import { join } from 'node:path'
import { historyIn, type SeenDrift } from '../../lib/drift/history.ts'
import { readJson, type Workspace, writeAtomically } from './delivery-files.ts'

/** What earlier looks have seen. A file that was cut off says nothing: then all is new. */
export function driftHistory(home: Workspace): readonly SeenDrift[] {
  return historyIn(readJson(fileIn(home)))
}

export function keepDriftHistory(home: Workspace, seen: readonly SeenDrift[]): void {
  writeAtomically(fileIn(home), `${JSON.stringify({ version: 1, seen }, null, 2)}\n`)
}

function fileIn({ directory }: Workspace): string {
  return join(directory, 'drift.json')
}
