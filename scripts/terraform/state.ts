import { isRecord, valueAt } from '../../lib/deliver/json.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { readJson, type StackFiles } from '../workspace/delivery-files.ts'
import { runToEnd } from './process.ts'
import { type Access, commandFor } from './session.ts'

/** A stack's state; undefined where there is none yet. */
export async function readState(session: Access, stack: DeliveryStack, files: StackFiles): Promise<unknown> {
  if (hasLocalState(readJson(files.configuration))) return readJson(files.state)
  const pulled = await runToEnd(commandFor(session, stack, files, ['state', 'pull']))
  try {
    return pulled.exitCode === 0 ? JSON.parse(pulled.output) : undefined
  } catch {
    return undefined
  }
}

export function hasLocalState(configuration: unknown): boolean {
  return isRecord(valueAt(configuration, 'terraform', 'backend', 'local'))
}
