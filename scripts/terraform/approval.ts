import { type ApprovedPlan, approvedPlanOf } from '../../lib/approved-plan/index.ts'
import { filesOf, readJson } from '../workspace/delivery-files.ts'
import { toolVersion } from '../workspace/package-root.ts'
import type { PlanRun, Ready, RunRequest } from './plan-run.ts'

/** What somebody would agree to by agreeing to what was planned; while its working directories are there. */
export function approvalOf(
  { delivery, selectors, all, retires }: RunRequest,
  { session, due, ending, foundations }: Ready,
  { plans }: Pick<PlanRun, 'plans'>,
): ApprovedPlan {
  const { engine, workspace } = session
  const origin = {
    tool: toolVersion(),
    engine: `${engine.name} ${engine.version}`,
    request: { selectors, all, retires },
    files: delivery.digestsOf(foundations),
  }
  const stacks = [...ending, ...due].map(({ name }) => {
    const configuration = readJson(filesOf(workspace, name).configuration) ?? null
    return [name, { configuration, plan: plans.get(name) }] as const
  })
  return approvedPlanOf(origin, new Map(stacks))
}
