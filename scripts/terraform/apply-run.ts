import type { RunRecord } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { type Agreed, applyStack } from './apply-stack.ts'
import { applyEnd } from './end-stack.ts'
import { requireZones } from './open-clouds.ts'
import { type PlanRun, type Ready, type RunRequest, recorderFor, requested } from './plan-run.ts'
import { zonesWithoutRoom } from './policy-room.ts'
import { firstInit, tryProvider } from './preflight.ts'
import { runStacks } from './run-stacks.ts'
import type { Session, Surroundings } from './session.ts'
import { observed } from './with-session.ts'

/** Applies what is due; with a plan that was agreed to, nothing else. */
export async function applyRun(
  surroundings: Surroundings,
  request: RunRequest,
  ready: Ready,
  planned?: PlanRun,
): Promise<RunRecord> {
  const { parallel, adopts, retires } = request
  const {
    session: access,
    due,
    broken,
    ending,
  } = await surroundings.waiting(roomAsked, async () => await withRoom(ready))
  const agreedOf = ({ name }: DeliveryStack) => planned && agreedIn(planned, name)
  const work = async (session: Session): Promise<RunRecord> => {
    const recorder = recorderFor({ ...ready, broken }, requested('apply', request))
    await surroundings.waiting(firstInit, async () => await tryProvider(session, [...ending, ...due]))
    // First what goes: its addresses may be given to others already.
    await runStacks(
      session,
      recorder,
      ending,
      parallel,
      async stack => await applyEnd(session, stack, { retires, ended: ending }, agreedOf(stack)?.changes),
    )
    await runStacks(
      session,
      recorder,
      due,
      parallel,
      async stack => await applyStack(session, stack, agreedOf(stack)),
    )
    return recorder.end(session.signal.aborted)
  }
  return await observed(surroundings, access, [...ending, ...due], work, adopts)
}

/** Of a stack that could not be planned yet, only what it will hold was told, and not what the cloud makes of it. */
function agreedIn({ record, changes, plans }: PlanRun, name: string): Agreed {
  const isPlanned = record.stacks.some(({ stack, status }) => stack === name && status === 'planned')
  return { changes: changes.get(name) ?? [], plan: isPlanned ? plans.get(name) : undefined }
}

const roomAsked = {
  zh: '核对执行账户的网络共享策略配额',
  en: "asking for the runner's quota of RBAC policies",
}

/** Without the zones that have no room for what is due there. Throws a `Refusal` when that leaves none to work on. */
async function withRoom(ready: Ready): Promise<Ready> {
  const full = await zonesWithoutRoom(ready.session, ready.due)
  const broken = new Map([...ready.broken, ...full])
  const hasNothingLeft = ready.ending.length === 0
  if (hasNothingLeft && ready.foundations.every(({ zone }) => broken.has(zone))) requireZones(broken)
  return { ...ready, broken, due: ready.due.filter(({ zone }) => !broken.has(zone)) }
}
