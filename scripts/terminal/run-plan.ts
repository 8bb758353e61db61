import { approvedPlanCodes } from '../../lib/approved-plan/index.ts'
import { isEmpty } from '../../lib/deliver/resource-changes.ts'
import { hasSucceeded, type RunRecord } from '../../lib/deliver/run.ts'
import { approvalOf } from '../terraform/approval.ts'
import { heldToBeliefs } from '../terraform/belief-gate.ts'
import { chosenOf } from '../terraform/chosen.ts'
import { planRun, type Ready, withReady } from '../terraform/plan-run.ts'
import { lookAround, remarksOnRun } from '../terraform/remarks.ts'
import { vanishedAmong } from '../terraform/vanished-stacks.ts'
import { saveApproval } from './approved-plan.ts'
import { type Context, type ExitStatus, exitStatus, type Invocation } from './command.ts'
import { refused } from './report.ts'
import { deliver, sayAloud } from './run-delivery.ts'
import { surroundingsOf } from './run-progress.ts'
import { report } from './run-report.ts'
import { mostRemovalsOf, parallelOf } from './run-request.ts'

export async function planned(
  context: Context,
  { arguments: selectors, options }: Invocation,
): Promise<ExitStatus> {
  const parallel = parallelOf(options)
  const mostRemovals = mostRemovalsOf(options)
  return await deliver(context, options, async delivery => {
    const [all, retires] = [options.all === true, options.retire === true]
    const request = {
      delivery,
      selectors,
      ...chosenOf(delivery, selectors),
      all,
      retires,
      parallel,
      mostRemovals,
    }
    const resting = [...request.chosen, ...request.ended, ...vanishedAmong(delivery.vanished(), selectors)]
    const unbacked = delivery.unbackedOf(resting)
    const surroundings = surroundingsOf(context)
    const work = async (unproven: Ready): Promise<ExitStatus> => {
      if (unproven.findings.length > 0) return refused(context, { findings: unproven.findings, files: [] })
      const ready = await heldToBeliefs(surroundings, request, unproven)
      const run = await planRun(surroundings, request, ready)
      const { record, plans } = run
      if (typeof options.saveApproval === 'string') {
        if (record.stacks.every(hasSucceeded))
          saveApproval(context, options.saveApproval, approvalOf(request, ready, run))
        else sayAloud(context, approvedPlanCodes.planNotSaved)
      }
      const shown = { plans, whole: options.allValues === true }
      const remarks = await surroundings.waiting(lookAround, async () => await remarksOnRun(request, ready))
      const status = report(context, record, { ...remarks, unbacked }, shown)
      const tells = options.detailedExitcode === true && status === exitStatus.clean
      return tells && changesSomething(record) ? exitStatus.changes : status
    }
    return await withReady(surroundings, request, work, 'look')
  })
}

function changesSomething({ stacks }: RunRecord): boolean {
  return stacks.some(({ changes }) => changes !== undefined && !isEmpty(changes))
}
