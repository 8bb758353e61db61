// The two ways in which terraform takes up what exists: at its next apply, and at once.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { FoundCreate } from '../../../lib/deliver/interrupted-creates.ts'
import { isRecord } from '../../../lib/deliver/json.ts'
import type { DeliveryStack } from '../../../lib/deliver/stack.ts'
import { readJson, type StackFiles, writeAtomically } from '../../workspace/delivery-files.ts'
import { type Ended, runToEnd } from '../process.ts'
import { commandFor, type Session } from '../session.ts'

/** Import blocks beside the configuration, in place of any that lie there. */
export function writeImportBlocks({ imports }: StackFiles, found: readonly FoundCreate[]): void {
  if (found.length === 0) {
    rmSync(imports, { force: true })
    return
  }
  const blocks = found.map(({ address, importId }) => ({ to: address, id: importId }))
  writeAtomically(imports, `${JSON.stringify({ import: blocks }, null, 2)}\n`)
}

/**
 * Writes objects into the state, each under the configuration of the run that made it. @returns the first call that
 * failed: whoever went on then would lose sight of the object.
 */
export async function importNow(
  session: Session,
  stack: DeliveryStack,
  files: StackFiles,
  found: readonly FoundCreate[],
): Promise<Ended | undefined> {
  const directory = join(files.directory, 'taken-up')
  const present = readJson(files.configuration)
  try {
    for (const { address, importId, configuration } of found) {
      writeAtomically(join(directory, 'main.tf.json'), JSON.stringify(reached(configuration, present)))
      const args = ['import', '-input=false', '-no-color', `-config=${directory}`, '-lock-timeout=30s']
      const { signal } = session
      const ended = await runToEnd(commandFor(session, stack, files, [...args, address, importId]), {
        signal,
      })
      if (ended.exitCode !== 0) return ended
    }
    return undefined
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** The directory is initialised for the present backend and provider, whatever that run had. */
function reached(configuration: unknown, present: unknown): unknown {
  if (!isRecord(configuration) || !isRecord(present)) return configuration
  return { ...configuration, terraform: present.terraform, provider: present.provider }
}
