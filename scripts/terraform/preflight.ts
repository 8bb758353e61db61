import { codes } from '../../lib/deliver/codes.ts'
import type { Failure } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { filesOf } from '../workspace/delivery-files.ts'
import { cloudFailure } from './cloud-failure.ts'
import { prepare } from './prepare.ts'
import type { Session } from './session.ts'

const ofTheMachine: ReadonlySet<string> = new Set([codes.providerMissing.code, codes.lockMismatch.code])

/** What `tryProvider` waits for. */
export const firstInit = {
  zh: 'terraform init：取得提供程序',
  en: 'terraform init: getting the provider',
} as const

/**
 * Initialises the first stack of a run. Where the provider cannot be had, it cannot be had for any: one line says it,
 * and no stack is touched. Throws a `Refusal`.
 */
export async function tryProvider(session: Session, stacks: readonly DeliveryStack[]): Promise<void> {
  const [first] = stacks
  if (first === undefined) return
  const unready = await prepare(session, first, filesOf(session.workspace, first.name))
  if (unready === undefined || !ofTheMachine.has(unready.failure.code)) return
  throw asLacking(unready.failure)
}

/** Does what takes answers of a cloud. Without one nobody knows what stands there: then nothing may be done. */
export async function orLacking<T>(looking: Promise<T>): Promise<T> {
  try {
    return await looking
  } catch (error) {
    const failure = error instanceof Refusal ? undefined : cloudFailure(error)
    if (failure === undefined) throw error
    throw asLacking(failure)
  }
}

/** What ends a run before any stack is touched: something that the machine or a cloud lacks, and where it was met. */
export function asLacking({ diagnostics, ...failure }: Failure, stack?: string): Refusal {
  const said = printable([stack, diagnostics[0]?.summary].filter(part => part !== undefined).join(': '))
  const { zh, en } = failure.message
  return new Refusal(
    { ...failure, message: { zh: `${zh}（${said}）`, en: `${en} (${said})` } },
    'environment',
  )
}
