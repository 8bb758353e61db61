import { existsSync } from 'node:fs'
import { codes } from '../../lib/deliver/codes.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { filesOf, type StackFiles } from '../workspace/delivery-files.ts'
import { readWhole } from '../workspace/whole-state.ts'
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
  if (session.localZones.has(stack.zone)) return await localState(session, stack, files)
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

async function localState(session: Access, stack: DeliveryStack, files: StackFiles): Promise<unknown> {
  // A plan has copies of the states that it works on; others lie where they are written.
  const path = existsSync(files.state) ? files.state : filesOf(session.home, stack.name).state
  const read = await readWhole(path)
  if (read === 'broken') throw refusal(stack, path)
  return read?.state
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
