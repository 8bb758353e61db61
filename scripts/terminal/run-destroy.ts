import { codes } from '../../lib/deliver/codes.ts'
import { destroyRun } from '../terraform/destroy-run.ts'
import { possibleStacks } from '../terraform/possible-stacks.ts'
import { remarksOnStacks } from '../terraform/remarks.ts'
import { requireLastingState } from '../terraform/runner-limits.ts'
import { selected } from '../terraform/stacks.ts'
import { workspaceOf } from '../workspace/workspace.ts'
import { CommandError, type Context, type ExitStatus, type Invocation } from './command.ts'
import { deliver } from './run-delivery.ts'
import { surroundingsOf } from './run-progress.ts'
import { report } from './run-report.ts'
import { parallelOf } from './run-request.ts'

export async function destroyed(
  context: Context,
  { arguments: selectors, options }: Invocation,
): Promise<ExitStatus> {
  requireConfirmation(selectors, options.confirm)
  const parallel = parallelOf(options)
  // A repository with errors must not keep anything from being given back.
  return await deliver(context, { ...options, strict: false }, async delivery => {
    const workspace = workspaceOf(context)
    const chosen = selected(possibleStacks(workspace, delivery.stacks), selectors)
    const surroundings = surroundingsOf(context)
    requireLastingState(surroundings, delivery, new Set(chosen.map(({ zone }) => zone)))
    const record = await destroyRun(surroundings, { delivery, selectors, chosen, parallel })
    return report(context, record, remarksOnStacks(workspace, delivery))
  })
}

function requireConfirmation(selectors: readonly string[], confirmed: unknown): void {
  if (confirmed === selectors.join(' ')) return
  const { code, title, why } = codes.destroyUnconfirmed
  throw new CommandError(code, { zh: `${title.zh}；${why.zh}`, en: `${title.en}; ${why.en}` })
}
