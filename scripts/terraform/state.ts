import { existsSync } from 'node:fs'
import { codes } from '../../lib/deliver/codes.ts'
import { isRecord, valueAt } from '../../lib/deliver/json.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { readJson, type StackFiles } from '../workspace/delivery-files.ts'
import { failureOfOutput } from './call.ts'
import { ensureInitialised } from './init.ts'
import { type Ended, runToEnd } from './process.ts'
import { type Access, commandFor } from './session.ts'

/**
 * A stack's state; undefined where there is none yet.
 *
 * @throws Refusal where there may be one that cannot be read: whoever took that for none would make everything again.
 */
export async function readState(session: Access, stack: DeliveryStack, files: StackFiles): Promise<unknown> {
  if (hasLocalState(readJson(files.configuration))) return localState(stack, files)
  const initialised = await ensureInitialised(session, stack, files)
  if (initialised !== undefined && initialised.exitCode !== 0) throw unreadable(stack, initialised)
  const pulled = await runToEnd(commandFor(session, stack, files, ['state', 'pull']))
  if (pulled.exitCode !== 0) throw unreadable(stack, pulled)
  if (pulled.output.trim() === '') return undefined
  try {
    return JSON.parse(pulled.output)
  } catch {
    throw unreadable(stack, pulled)
  }
}

function localState(stack: DeliveryStack, files: StackFiles): unknown {
  const state = readJson(files.state)
  if (state === undefined && existsSync(files.state)) throw refusal(stack, files.state)
  return state
}

function unreadable(stack: DeliveryStack, ended: Ended): Refusal {
  const said = failureOfOutput(stack, ended).failure.diagnostics[0]
  return refusal(stack, said?.summary ?? `terraform state pull: ${ended.exitCode}`)
}

function refusal({ name }: DeliveryStack, why: string): Refusal {
  const { title, why: advice } = codes.stateUnreadable
  const message = {
    zh: `${name}：${title.zh}（${printable(why)}）`,
    en: `${name}: ${title.en} (${printable(why)})`,
  }
  const said = { message, fix: { message: advice } }
  return new Refusal(finding(codes.stateUnreadable, { stack: name }, said), 'environment')
}

export function hasLocalState(configuration: unknown): boolean {
  return isRecord(valueAt(configuration, 'terraform', 'backend', 'local'))
}
