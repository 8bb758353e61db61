import { planRun, withReady } from '../terraform/plan-run.ts'
import { remarksOnRun } from '../terraform/remarks.ts'
import { selected } from '../terraform/stacks.ts'
import type { Context, ExitStatus, Invocation } from './command.ts'
import { refused } from './report.ts'
import { deliver } from './run-delivery.ts'
import { surroundingsOf } from './run-progress.ts'
import { report } from './run-report.ts'
import { parallelOf } from './run-request.ts'

export async function planned(
  context: Context,
  { arguments: selectors, options }: Invocation,
): Promise<ExitStatus> {
  const parallel = parallelOf(options)
  return await deliver(context, options, async delivery => {
    const chosen = selected(delivery.stacks, selectors)
    const request = { delivery, selectors, chosen, all: options.all === true, parallel }
    const surroundings = surroundingsOf(context)
    return await withReady(surroundings, request, async ready => {
      if (ready.findings.length > 0) return refused(context, { findings: ready.findings, files: [] })
      const { record } = await planRun(surroundings, request, ready)
      return report(context, record, await remarksOnRun(request, ready))
    })
  })
}
