import { codes } from '../../lib/deliver/codes.ts'
import { departedStacks } from '../terraform/departed-stacks.ts'
import { unprovenAmong } from '../terraform/destroy-conditions.ts'
import { destroyRun } from '../terraform/destroy-run.ts'
import { possibleStacks, presentAmong } from '../terraform/possible-stacks.ts'
import { remarksOnStacks } from '../terraform/remarks.ts'
import { requireLastingState } from '../terraform/runner-limits.ts'
import { selected, stackOfName } from '../terraform/stacks.ts'
import { workspaceOf } from '../workspace/workspace.ts'
import { CommandError, type Context, type ExitStatus, type Invocation } from './command.ts'
import { deliver, sayAloud } from './run-delivery.ts'
import { surroundingsOf } from './run-progress.ts'
import { report } from './run-report.ts'
import { parallelOf } from './run-request.ts'

export async function destroyed(
  context: Context,
  { arguments: selectors, options }: Invocation,
): Promise<ExitStatus> {
  requireConfirmation(selectors, options.confirm)
  const reason = reasonOf(options.withoutPapers)
  const parallel = parallelOf(options)
  // A repository with errors must not keep anything from being given back.
  return await deliver(context, { ...options, strict: false }, async delivery => {
    const workspace = workspaceOf(context)
    // What only a backend knows is taken by its full name alone, as an apply has told it.
    const named = selectors.some(selector => stackOfName(selector) !== undefined)
    const departed = named ? departedStacks(delivery).filter(({ name }) => selectors.includes(name)) : []
    const possible = possibleStacks(workspace, delivery)
    const known = new Set(possible.map(({ name }) => name))
    const further = departed.filter(({ name }) => !known.has(name))
    const chosen = selected([...possible, ...further], selectors)
    const surroundings = surroundingsOf(context)
    requireLastingState(surroundings, delivery, new Set(chosen.map(({ zone }) => zone)))
    const unproven = unprovenAmong(delivery, presentAmong(workspace, delivery, chosen))
    if (reason !== undefined && unproven.size > 0) sayAloud(context, codes.papersWaived, [...unproven.keys()])
    const request = { delivery, selectors, chosen, parallel, reason }
    const record = await destroyRun(surroundings, request)
    return report(context, record, remarksOnStacks(workspace, delivery))
  })
}

/** Throws a `CommandError` for a reason that says nothing. */
function reasonOf(given: unknown): string | undefined {
  if (typeof given !== 'string') return undefined
  const reason = given.trim()
  if (reason !== '') return reason
  const { code, title, why } = codes.reasonMissing
  throw new CommandError(code, { zh: `${title.zh}；${why.zh}`, en: `${title.en}; ${why.en}` })
}

function requireConfirmation(selectors: readonly string[], confirmed: unknown): void {
  if (confirmed === selectors.join(' ')) return
  const { code, title, why } = codes.destroyUnconfirmed
  throw new CommandError(code, { zh: `${title.zh}；${why.zh}`, en: `${title.en}; ${why.en}` })
}
