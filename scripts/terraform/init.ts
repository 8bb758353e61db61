import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { valueAt } from '../../lib/deliver/json.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { digestOf, makeDirectory, readJson, type StackFiles } from '../workspace/delivery-files.ts'
import { keepInitialisation, keptInitialisation, lockIn } from './lay-out.ts'
import { type Ended, runToEnd } from './process.ts'
import { type Access, commandFor } from './session.ts'

/** Runs `init` in a stack's directory unless it was run for the same backend, provider and lock file before. */
export async function ensureInitialised(
  session: Access,
  stack: DeliveryStack,
  files: StackFiles,
): Promise<Ended | undefined> {
  const { reviewedLock } = session
  const lock = lockIn(files)
  const terraform = valueAt(readJson(files.configuration), 'terraform')
  const provider = digestOf(JSON.stringify([session.engine, valueAt(terraform, 'required_providers')]))
  const key = digestOf(JSON.stringify([provider, terraform, files.directory, reviewedLock]))
  if (existsSync(lock) && keptInitialisation(files)?.key === key) return undefined
  // A backend that moved is another one: migrating a state is nothing that an apply should do by itself.
  rmSync(join(files.data, 'terraform.tfstate'), { force: true })
  rmSync(files.initialised, { force: true })
  rmSync(lock, { force: true })
  makeDirectory(files.data)
  // With a lock file, terraform takes the provider from its cache, which must not be filled from two sides at once.
  const known = reviewedLock ?? session.providerLocks.get(provider)
  if (known !== undefined) writeFileSync(lock, known)
  const isReviewed = reviewedLock !== undefined
  const args = ['init', '-input=false', '-no-color', ...(isReviewed ? ['-lockfile=readonly'] : [])]
  const ended = await runToEnd(commandFor(session, stack, files, args), { signal: session.signal })
  if (ended.exitCode !== 0) return ended
  if (!isReviewed) session.providerLocks.set(provider, readFileSync(lock, 'utf8'))
  keepInitialisation(files, key)
  return ended
}
