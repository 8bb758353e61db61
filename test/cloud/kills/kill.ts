// One kill: of what, in the middle of what, and when.
import { readFileSync } from 'node:fs'
import { descendants, killOne } from '../command.ts'
import { randomOf } from '../long/random.ts'

/** Of a unit: its first apply, a change of it, and its removal. They take turns, so that each begins where one has ended. */
export const courses = ['apply', 'change', 'destroy'] as const
export type Course = (typeof courses)[number]

const victims = {
  tool: pids => pids.slice(0, 1),
  // As a power cut: nobody is left to say anything.
  everything: pids => pids,
  terraform: pids => pids.filter(pid => nameOf(pid) === 'terraform'),
  // The kernel keeps fifteen letters of a name.
  provider: pids => pids.filter(pid => nameOf(pid) === 'terraform-provi'),
} as const satisfies Record<string, (pids: readonly number[]) => readonly number[]>

export type Victim = keyof typeof victims

export interface Kill {
  readonly course: Course
  readonly victim: Victim
  /** After how many resources that terraform has done something to. */
  readonly after: number
  /** And how long after these: the next are on their way then. */
  readonly delayMs: number
}

const mostDone: Readonly<Record<Course, number>> = { apply: 60, change: 1, destroy: 60 }
/** Before anything is done, a run reads for a while. */
const mostDelayMs = { atFirst: 6_000, later: 400 }

/** @param turn counted from 0; whose course is over when it comes to its moment strikes nobody */
export function killOf(seed: number, turn: number): Kill {
  const random = randomOf(seed * 1_000_003 + turn)
  const course = courses[turn % courses.length] ?? 'apply'
  const after = random.whole(0, mostDone[course])
  return {
    course,
    victim: random.one(['tool', 'everything', 'terraform', 'provider']),
    after,
    delayMs: random.whole(0, after === 0 ? mostDelayMs.atFirst : mostDelayMs.later),
  }
}

/** @returns whether there was anybody to kill */
export function strike(victim: Victim, pid: number): boolean {
  const struck = victims[victim]([pid, ...descendants(pid)])
  for (const one of struck) killOne(one)
  return struck.length > 0
}

function nameOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    return ''
  }
}
