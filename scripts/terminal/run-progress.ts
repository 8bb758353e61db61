import type { ListrTask } from 'listr2'
import type { StackResult } from '../../lib/deliver/run.ts'
import { hasSucceeded } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import type { Progress, Surroundings } from '../terraform/session.ts'
import type { Context } from './command.ts'
import type { Beat, Heartbeat } from './heartbeat.ts'
import { resultLine } from './run-wording.ts'

/** What a run may know of a command. */
export function surroundingsOf(context: Context): Surroundings {
  const { root, cwd, environment, stateDirectory, runnerFile, cacheDirectory, cacheKeyFile } = context
  const { today, actualToday, signal, heart } = context
  const observe: Surroundings['observe'] = stacks => progressFor(context, stacks)
  const waiting: Surroundings['waiting'] = async (on, work) => {
    const beat = heart.begin(on)
    try {
      return await work()
    } finally {
      beat.end()
    }
  }
  return {
    root,
    cwd,
    environment,
    stateDirectory,
    runnerFile,
    cacheDirectory,
    cacheKeyFile,
    today,
    actualToday,
    signal,
    observe,
    waiting,
  }
}

/**
 * Redrawn lines on a terminal, one line a stack elsewhere, and where a program reads the result nothing but, beside it,
 * what long waits are for.
 */
async function progressFor(context: Context, stacks: readonly DeliveryStack[]): Promise<Progress> {
  if (stacks.length === 0) return beating(context.heart)
  if (context.redraws && !context.json) return await redrawn(context, stacks)
  return context.json ? beating(context.heart) : lines(context, stacks.length)
}

/** Writes nothing but what each stack waits for, when that takes long. */
function beating(heart: Heartbeat): Progress {
  const beats = new Map<string, Beat>()
  return {
    began: ({ name }) => beats.set(name, heart.begin({ zh: '准备', en: 'getting ready' }, name)),
    advanced: () => {},
    waits: ({ name }, on) => beats.get(name)?.on(on),
    ended: ({ name }) => {
      beats.get(name)?.end()
      beats.delete(name)
    },
    close: async () => {
      for (const beat of beats.values()) beat.end()
    },
  }
}

function lines({ stdout, language, heart }: Context, total: number): Progress {
  const beat = beating(heart)
  let ended = 0
  return {
    ...beat,
    ended: (stack, result) => {
      beat.ended(stack, result)
      ended += 1
      stdout(`[${ended}/${total}] ${resultLine(result, language)}\n`)
    },
  }
}

interface ZoneView {
  readonly total: number
  ended: number
  failed: number
  readonly running: Map<string, string>
  show: () => void
  readonly finished: PromiseWithResolvers<void>
}

/** One entry a zone, however many stacks it has: its count, and what runs at the moment. */
async function redrawn(context: Context, stacks: readonly DeliveryStack[]): Promise<Progress> {
  const { Listr } = await import('listr2')
  const views = new Map(
    [...Map.groupBy(stacks, stack => stack.zone)].map(([zone, members]) => [zone, viewOf(members.length)]),
  )
  const tasks = [...views].map(([zone, view]) => taskOf(zone, view, context))
  const list = new Listr(tasks, { concurrent: true, exitOnError: false, registerSignalListeners: false })
  const release = holdSignals()
  // What is drawn moves by itself, and other lines would tear it.
  const speak = context.heart.hush()
  const drawn = list.run()
  const change = (stack: DeliveryStack, edit: (view: ZoneView) => void) => {
    const view = views.get(stack.zone)
    if (view === undefined) return
    edit(view)
    view.show()
    if (view.ended === view.total) view.finished.resolve()
  }
  return {
    began: stack => change(stack, view => view.running.set(stack.name, stack.name)),
    advanced: (stack, done, address) =>
      change(stack, view => view.running.set(stack.name, `${stack.name}  ${done}  ${address}`)),
    waits: (stack, on) => {
      const said = `${stack.name}  ${on[context.language]}`
      change(stack, view => view.running.has(stack.name) && view.running.set(stack.name, said))
    },
    ended: (stack, result) => change(stack, view => settle(view, result)),
    close: async () => {
      for (const view of views.values()) view.finished.resolve()
      await drawn
      speak()
      release()
    },
  }
}

/**
 * What hides the cursor for listr2 ends the process at a signal that nobody else listens to, and the tool listens only
 * to the first. So another listener stays, until the second signal.
 */
function holdSignals(): () => void {
  let count = 0
  const names = ['SIGINT', 'SIGTERM'] as const
  const hold = (name: NodeJS.Signals) => {
    count += 1
    if (count < 2) return
    release()
    process.kill(process.pid, name)
  }
  const release = () => {
    for (const name of names) process.off(name, hold)
  }
  for (const name of names) process.on(name, hold)
  return release
}

function settle(view: ZoneView, result: StackResult): void {
  view.running.delete(result.stack)
  view.ended += 1
  if (!hasSucceeded(result)) view.failed += 1
}

function viewOf(total: number): ZoneView {
  return {
    total,
    ended: 0,
    failed: 0,
    running: new Map(),
    show: () => {},
    finished: Promise.withResolvers<void>(),
  }
}

function taskOf(zone: string, view: ZoneView, { language }: Context): ListrTask {
  const title = () => {
    const failed = { zh: `，${view.failed} 个未成功`, en: `, ${view.failed} did not succeed` }[language]
    return `${zone}  ${view.ended}/${view.total}${view.failed === 0 ? '' : failed}`
  }
  return {
    title: title(),
    task: async (_, task) => {
      // In the title, for listr2 keeps every line of output: what runs is of interest only while it does.
      view.show = () => {
        task.title = [title(), ...view.running.values()].join('\n  ')
      }
      await view.finished.promise
      task.title = title()
      if (view.failed > 0) throw new Error(title())
    },
  }
}
