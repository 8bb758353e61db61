/** Something to be done, after others are. */
export interface Task {
  readonly name: string
  readonly after: readonly string[]
}

export interface ScheduleOptions<T extends Task> {
  /** How many may run at one time, from 1. */
  readonly parallel: number
  /**
   * What a task shares its fate with. Where there is more than one group, none takes all the places: one whose tasks
   * hang would leave no room for the others.
   * @default one for all
   */
  readonly groupOf?: (task: T) => string
  /** @returns whether those that come after may run. Must not throw. */
  readonly run: (task: T) => Promise<boolean>
  /** Called for a task that cannot run, because the one named did not succeed or could not run either. */
  readonly skip: (task: T, because: string) => void
  /** From then on nothing more is started. */
  readonly stopped: () => boolean
}

/**
 * Runs tasks as soon as what they come after is done, the earlier in the list first. A failure stops nothing but what
 * comes after it. Names in `after` that are not in the list count as done.
 */
export async function schedule<T extends Task>(
  tasks: readonly T[],
  { parallel, groupOf = () => '', run, skip, stopped }: ScheduleOptions<T>,
): Promise<void> {
  const state = plan(tasks)
  const running = new Set<Promise<void>>()
  const ready = tasks.filter(task => (state.missing.get(task.name) ?? 0) === 0)
  const groups = groupsOf(tasks, groupOf, parallel)
  const settle = (task: T, succeeded: boolean) => {
    for (const follower of state.followers.get(task.name) ?? []) {
      if (!succeeded) {
        if (state.skipped.has(follower.name)) continue
        state.skipped.add(follower.name)
        groups.left(follower)
        skip(follower, task.name)
        settle(follower, false)
        continue
      }
      const missing = (state.missing.get(follower.name) ?? 0) - 1
      state.missing.set(follower.name, missing)
      if (missing === 0 && !state.skipped.has(follower.name)) ready.push(follower)
    }
  }
  for (;;) {
    while (running.size < parallel && !stopped()) {
      const index = ready.findIndex(groups.hasPlace)
      const [started] = index < 0 ? [] : ready.splice(index, 1)
      if (started === undefined) break
      groups.began(started)
      const promise = run(started).then(succeeded => {
        running.delete(promise)
        groups.ended(started)
        settle(started, succeeded)
      })
      running.add(promise)
    }
    if (running.size === 0) return
    await Promise.race(running)
  }
}

/** How many places each group takes, and may take while others still have something to do. */
function groupsOf<T extends Task>(tasks: readonly T[], groupOf: (task: T) => string, parallel: number) {
  const left = new Map<string, number>()
  const busy = new Map<string, number>()
  const add = (counts: Map<string, number>, task: T, by: number) => {
    const group = groupOf(task)
    const count = (counts.get(group) ?? 0) + by
    if (count === 0) counts.delete(group)
    else counts.set(group, count)
  }
  for (const task of tasks) add(left, task, 1)
  return {
    hasPlace: (task: T) => (busy.get(groupOf(task)) ?? 0) < Math.max(1, parallel - left.size + 1),
    began: (task: T) => add(busy, task, 1),
    ended: (task: T) => {
      add(busy, task, -1)
      add(left, task, -1)
    },
    /** Will not run at all. */
    left: (task: T) => add(left, task, -1),
  }
}

function plan<T extends Task>(tasks: readonly T[]) {
  const known = new Set(tasks.map(task => task.name))
  const followers = new Map<string, T[]>()
  const missing = new Map<string, number>()
  for (const task of tasks) {
    const after = [...new Set(task.after)].filter(name => known.has(name))
    missing.set(task.name, after.length)
    for (const name of after) followers.set(name, [...(followers.get(name) ?? []), task])
  }
  return { followers, missing, skipped: new Set<string>() }
}
