import type { ListrTask } from 'listr2'
import type { StackResult } from '../../lib/deliver/run.ts'
import { hasSucceeded } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import type { Context } from '../command.ts'
import type { Progress } from './session.ts'
import { resultLine } from './wording.ts'

/** Redrawn lines on a terminal, one line a stack elsewhere, and nothing where a program reads the result. */
export async function progressFor(context: Context, stacks: readonly DeliveryStack[]): Promise<Progress> {
  if (context.json || stacks.length === 0) return silent
  return context.interactive ? await redrawn(context, stacks) : lines(context, stacks.length)
}

const silent: Progress = { began: () => {}, advanced: () => {}, ended: () => {}, close: async () => {} }

function lines({ stdout, language }: Context, total: number): Progress {
  let ended = 0
  return {
    ...silent,
    ended: (_, result) => {
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
    ended: (stack, result) => change(stack, view => settle(view, result)),
    close: async () => {
      for (const view of views.values()) view.finished.resolve()
      await drawn
    },
  }
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
      view.show = () => {
        task.title = title()
        task.output = [...view.running.values()].join('\n')
      }
      await view.finished.promise
      if (view.failed > 0) throw new Error(title())
    },
    rendererOptions: { outputBar: Number.POSITIVE_INFINITY },
  }
}
