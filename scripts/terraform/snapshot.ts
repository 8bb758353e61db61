// What a plan knows of a stack: a copy of what lies in the state home, taken while nobody writes it.
import { copyFileSync, existsSync, rmSync, statSync } from 'node:fs'
import { codes } from '../../lib/deliver/codes.ts'
import { type Failure, failureOf } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import {
  filesOf,
  makeDirectory,
  mendState,
  type StackFiles,
  writeAtomically,
} from '../workspace/delivery-files.ts'
import { holderText, lockHolder, tryLock } from '../workspace/run-lock.ts'
import { readWhole } from '../workspace/whole-state.ts'
import { isAtWork, waitForOutliving } from './outliving.ts'
import type { Access, Session } from './session.ts'

type Rooms = Pick<Access, 'home' | 'workspace' | 'signal'>

/** What runs have left of a stack beside its state, and a plan goes by as an apply does. */
const remembered = ['interrupted', 'attempted', 'log', 'openings', 'removing'] as const

/** Copies a stack's state, and what broken-off runs have left of it, into the room of a plan. */
export async function takeSnapshot(session: Rooms, files: StackFiles): Promise<void> {
  const kept = filesOf(session.home, files.name)
  await waitForOutliving(kept, session.signal)
  mendUnwritten(session, kept, await readWhole(kept.state))
  const read = await readWhole(kept.state)
  rmSync(files.state, { force: true })
  for (const folder of [files.records, session.workspace.state]) makeDirectory(folder)
  if (read === 'broken') copyFileSync(kept.state, files.state)
  else if (read !== undefined) writeAtomically(files.state, read.bytes)
  for (const key of remembered) {
    rmSync(files[key], { force: true })
    if (existsSync(kept[key])) copyFileSync(kept[key], files[key])
  }
}

/** A state that stays broken was left so by a run that was killed. Only who has the home to himself may mend it. */
function mendUnwritten({ home }: Rooms, kept: StackFiles, read: unknown): void {
  if (read !== 'broken') return
  const taken = tryLock(home.lock)
  if ('holder' in taken) return
  try {
    mendState(kept)
  } finally {
    taken.release()
  }
}

/** Looks whether a stack is being written while it is looked at. */
export interface Watch {
  /** Why what was seen since the watch began may be of two times; undefined where nobody wrote. */
  readonly disturbed: () => Failure | undefined
}

/** Waits until nobody writes a stack, and watches it from then on. */
export async function watchFor(
  session: Rooms & Pick<Session, 'progress'>,
  stack: DeliveryStack,
): Promise<Watch> {
  if (session.workspace === session.home) return { disturbed: () => undefined }
  const kept = filesOf(session.home, stack.name)
  if (isAtWork(kept)) session.progress.waits(stack, waitsFor(session))
  await waitForOutliving(kept, session.signal)
  const before = stampOf(kept.state)
  return {
    disturbed: () => {
      if (!isAtWork(kept) && stampOf(kept.state) === before) return undefined
      const summary = writerText(session)
      return failureOf(codes.stackBeingWritten, { stack: stack.name }, [
        { severity: 'error', summary, detail: '' },
      ])
    },
  }
}

function waitsFor(session: Rooms) {
  const who = writerText(session)
  return { zh: `等待另一次执行写完（${who}）`, en: `waiting for the run that writes it (${who})` }
}

function writerText({ home }: Rooms): string {
  const holder = lockHolder(home.lock)
  return holder === undefined ? home.lock : holderText(holder)
}

function stampOf(path: string): string {
  const status = statSync(path, { throwIfNoEntry: false })
  return status === undefined ? '' : `${status.size} ${status.mtimeMs} ${status.ino}`
}
