/** Something to be done, after others are. */
export interface Task {
  readonly name: string
  readonly after: readonly string[]
}

export interface ScheduleOptions<T extends Task> {
  /** How many may run at one time, from 1. */
  readonly parallel: number
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
  { parallel, run, skip, stopped }: ScheduleOptions<T>,
): Promise<void> {
  const state = plan(tasks)
  const running = new Set<Promise<void>>()
  const ready = tasks.filter(task => (state.missing.get(task.name) ?? 0) === 0)
  let next = 0
  const settle = (task: T, succeeded: boolean) => {
    for (const follower of state.followers.get(task.name) ?? []) {
      if (!succeeded) {
        if (state.skipped.has(follower.name)) continue
        state.skipped.add(follower.name)
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
    for (let task = ready[next]; task !== undefined && running.size < parallel; task = ready[next]) {
      if (stopped()) break
      next += 1
      const started = task
      const promise = run(started).then(succeeded => {
        running.delete(promise)
        settle(started, succeeded)
      })
      running.add(promise)
    }
    if (running.size === 0) return
    await Promise.race(running)
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
