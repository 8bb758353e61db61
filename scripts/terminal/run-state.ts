import { codes } from '../../lib/deliver/codes.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { thingLine, thingOf } from '../../lib/deliver/thing.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import type { Delivery } from '../terraform/delivery.ts'
import { possibleStacks } from '../terraform/possible-stacks.ts'
import { selected } from '../terraform/stacks.ts'
import { adoptNow } from '../terraform/state/adopt.ts'
import { forget } from '../terraform/state/forget.ts'
import { statesOf } from '../terraform/state/list.ts'
import { sweep } from '../terraform/state/sweep.ts'
import { workspaceOf } from '../workspace/workspace.ts'
import { CommandError, type Context, type ExitStatus, exitStatus, type Invocation } from './command.ts'
import { deliver } from './run-delivery.ts'
import { surroundingsOf } from './run-progress.ts'

/** Prints what the states of the stacks chosen have. */
export async function listed(
  context: Context,
  { arguments: selectors, options }: Invocation,
): Promise<ExitStatus> {
  return await withDelivery(
    context,
    async (delivery, possible) => {
      const chosen = selected(possible, selectors)
      const states = await statesOf(surroundingsOf(context), delivery, chosen)
      const rows = states.flatMap(({ stack, resources }) =>
        resources.map(resource => ({ stack: stack.name, ...thingOf(resource) })),
      )
      say(context, rows, row => `${row.stack}  ${row.address}  ${thingLine(row)}`)
    },
    options.dirty,
  )
}

/** Writes into a state what stands of its stack, and prints it. */
export async function adopted(
  context: Context,
  { arguments: names, options }: Invocation,
): Promise<ExitStatus> {
  return await withDelivery(
    context,
    async (delivery, possible) => {
      const taken = await adoptNow(surroundingsOf(context), delivery, oneStack(possible, names[0]))
      const things = taken.map(({ address, kind, id, name }) => ({ address, kind, id, name }))
      say(context, things, thing => `← ${thing.address}  ${thingLine(thing)}`)
    },
    options.dirty,
  )
}

/** Takes out of a state what the cloud no longer has, and prints it. */
export async function forgotten(
  context: Context,
  { arguments: [name, ...addresses], options }: Invocation,
): Promise<ExitStatus> {
  return await withDelivery(
    context,
    async (delivery, possible) => {
      const reason = typeof options.gone === 'string' ? options.gone : undefined
      const request = { delivery, stack: oneStack(possible, name), addresses, reason }
      const gone = await forget(surroundingsOf(context), request)
      say(context, gone, thing => `- ${thing.address}  ${thingLine(thing)}`)
    },
    options.dirty,
  )
}

/** Drops what a cloud keeps of projects that are gone, and prints it; or prints what they still hold. */
export async function swept(
  context: Context,
  { arguments: [selector = '', ...projects], options }: Invocation,
): Promise<ExitStatus> {
  return await withDelivery(
    context,
    async (delivery, possible) => {
      const stack = zoneOf(possible, selector)
      const { dropped, held } = await sweep(surroundingsOf(context), delivery, stack, projects)
      say(context, [...held, ...dropped], thing => `${held.length > 0 ? '!' : '-'} ${thingLine(thing)}`)
      if (held.length === 0) return exitStatus.clean
      const { code, title, why } = codes.goneProjectHolds
      const word = { zh: '错误', en: 'error' }[context.language]
      const [said, advice] = [title[context.language], why[context.language]]
      context.stderr(`${word} ${code}: ${said}\n    → ${advice}\n`)
      return exitStatus.findings
    },
    options.dirty,
  )
}

/** Any stack of the one zone that is named. */
function zoneOf(possible: readonly DeliveryStack[], selector: string): DeliveryStack {
  const chosen = selected(possible, [selector])
  const [stack] = chosen
  if (stack !== undefined && chosen.every(({ zone }) => zone === stack.zone)) return stack
  const { code, title, why } = codes.oneZoneOnly
  throw new CommandError(code, { zh: `${title.zh}；${why.zh}`, en: `${title.en}; ${why.en}` })
}

async function withDelivery(
  context: Context,
  work: (delivery: Delivery, possible: readonly DeliveryStack[]) => Promise<ExitStatus | undefined>,
  dirty: unknown,
): Promise<ExitStatus> {
  // A repository with errors must not keep anybody from putting a state in order.
  return await deliver(context, { dirty, strict: false }, async delivery => {
    const status = await work(delivery, possibleStacks(workspaceOf(context), delivery))
    return status ?? exitStatus.clean
  })
}

function oneStack(possible: readonly DeliveryStack[], selector = ''): DeliveryStack {
  const [stack, ...others] = selected(possible, [selector])
  if (stack !== undefined && others.length === 0) return stack
  const { code, title, why } = codes.oneStackOnly
  throw new CommandError(code, { zh: `${title.zh}；${why.zh}`, en: `${title.en}; ${why.en}` })
}

function say<T>(context: Context, rows: readonly T[], line: (row: T) => string): void {
  const text = rows.map(row => `${line(row)}\n`).join('')
  context.stdout(context.json ? jsonAnswer('resources', { resources: rows }) : text)
}
