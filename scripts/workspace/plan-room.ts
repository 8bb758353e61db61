// Where a plan works: it writes nothing of the state home, so that any number of them go on beside each other and beside
// an apply. What it knows of a stack is a copy; what terraform's init has made stays for the next plan.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { codes } from '../../lib/deliver/codes.ts'
import { lacking } from '../../lib/deliver/lacking.ts'
import { makeDirectory, type Workspace, workspaceIn } from './delivery-files.ts'
import { holderText, type LockHolder, tryLock } from './run-lock.ts'
import { claimHome } from './state-home.ts'

/** How many plans may go on at a time: more of them than a machine bears. */
const mostRooms = 32

export interface PlanRoom {
  readonly room: Workspace
  readonly release: () => void
}

/** Takes the first room that nobody plans in. Throws a `Refusal` when there is none. */
export function takePlanRoom(home: Workspace): PlanRoom {
  claimHome(home.directory, home.root)
  let last: LockHolder | undefined
  for (let number = 1; number <= mostRooms; number += 1) {
    const room = workspaceIn(join(home.directory, 'plans', `${number}`), home.root)
    makeDirectory(room.directory)
    const taken = tryLock(room.lock)
    if ('holder' in taken) {
      last = taken.holder
      continue
    }
    // Copies of an earlier plan.
    for (const folder of [room.state, room.records, room.work, room.runs])
      rmSync(folder, { recursive: true, force: true })
    return { room, release: taken.release }
  }
  const who = last === undefined ? '?' : holderText(last)
  throw lacking(
    codes.runInProgress,
    { machine: home.directory },
    {
      zh: `同时进行的计划已达 ${mostRooms} 个（${who}）`,
      en: `${mostRooms} plans are going on already (${who})`,
    },
  )
}
