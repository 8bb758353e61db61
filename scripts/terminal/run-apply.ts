import { differencesSince } from '../../lib/approved-plan/index.ts'
import { hasSucceeded, type RunRecord } from '../../lib/deliver/run.ts'
import { applyRun } from '../terraform/apply-run.ts'
import { approvalOf } from '../terraform/approval.ts'
import { heldToBeliefs } from '../terraform/belief-gate.ts'
import { chosenOf } from '../terraform/chosen.ts'
import { type PlanRun, planRun, type Ready, type RunRequest, withReady } from '../terraform/plan-run.ts'
import { lookAround, remarksOnRun } from '../terraform/remarks.ts'
import { retried } from '../terraform/retry.ts'
import { requireLastingState } from '../terraform/runner-limits.ts'
import { vanishedAmong } from '../terraform/vanished-stacks.ts'
import { readApproved } from './approved-plan.ts'
import type { Context, ExitStatus, Invocation } from './command.ts'
import { consented, requireTerminal } from './consent.ts'
import { refused } from './report.ts'
import { deliver } from './run-delivery.ts'
import { surroundingsOf } from './run-progress.ts'
import { report } from './run-report.ts'
import { mostRemovalsOf, parallelOf } from './run-request.ts'

export async function applied(
  context: Context,
  { arguments: given, options }: Invocation,
): Promise<ExitStatus> {
  const parallel = parallelOf(options)
  const mostRemovals = mostRemovalsOf(options)
  const file = typeof options.approved === 'string' ? options.approved : undefined
  const approved = file === undefined ? undefined : readApproved(context, file)
  if (options.yes !== true && approved === undefined) requireTerminal(context)
  const asked = approved?.request
  const selectors = given.length === 0 ? (asked?.selectors ?? []) : given
  return await deliver(context, options, async delivery => {
    const isRetry = options.retry === true
    const vanished = delivery.unbackedOf(isRetry ? [] : vanishedAmong(delivery.vanished(), selectors))
    // Before what the selectors name: of a system whose manifest is gone that is nothing.
    if (vanished.length > 0) return refused(context, { findings: vanished, files: [] })
    const named = chosenOf(delivery, selectors)
    const chosen = isRetry ? retried(context, named.chosen) : named.chosen
    const ended = isRetry ? retried(context, named.ended) : named.ended
    const unbacked = delivery.unbackedOf([...chosen, ...ended])
    if (unbacked.length > 0) return refused(context, { findings: unbacked, files: [] })
    const adopts = options.adopt === true
    const retires = options.retire === true || asked?.retires === true
    const all = options.all === true || asked?.all === true || isRetry
    const kind = { all, parallel, adopts, retires, mostRemovals, approved: approved?.digest }
    const request = { delivery, selectors, chosen, ended, ...kind }
    const surroundings = surroundingsOf(context)
    requireLastingState(surroundings, delivery, new Set([...chosen, ...ended].map(({ zone }) => zone)))
    const work = async (unproven: Ready): Promise<ExitStatus> => {
      if (unproven.findings.length > 0) return refused(context, { findings: unproven.findings, files: [] })
      const ready = await heldToBeliefs(surroundings, request, unproven)
      const told = async (record: RunRecord, plans: PlanRun['plans'] = new Map()) => {
        const remarks = await surroundings.waiting(lookAround, async () => await remarksOnRun(request, ready))
        return report(context, record, remarks, { plans, whole: false })
      }
      if (file !== undefined && approved !== undefined) {
        const planned = await planRun(surroundings, request, ready)
        if (!planned.record.stacks.every(hasSucceeded)) return await told(planned.record, planned.plans)
        const findings = differencesSince(file, approved, approvalOf(request, ready, planned))
        if (findings.length > 0) return refused(context, { findings, files: [] })
        return await told(await applyRun(surroundings, request, ready, planned))
      }
      if (options.yes === true) return await told(await applyRun(surroundings, request, ready))
      const planned = await planRun(surroundings, request, ready)
      const shown = await told(planned.record, planned.plans)
      if (!(await consented(context, planned.record, goesForGood(request, ready)))) return shown
      return await told(await applyRun(surroundings, request, ready, planned))
    }
    return await withReady(surroundings, request, work, 'write')
  })
}

/** How many stacks a person is asked to give up. */
function goesForGood({ retires }: RunRequest, { ending }: Ready): number {
  return retires ? ending.length : 0
}
