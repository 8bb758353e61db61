import type { Change } from '../../lib/deliver/resource-changes.ts'
import type { RunRecord } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import { applyStack } from './apply-stack.ts'
import { applyEnd } from './end-stack.ts'
import { requireZones } from './open-clouds.ts'
import { type Ready, type RunRequest, recorderFor, requested } from './plan-run.ts'
import { zonesWithoutRoom } from './policy-room.ts'
import { firstInit, tryProvider } from './preflight.ts'
import { runStacks } from './run-stacks.ts'
import type { Session, Surroundings } from './session.ts'
import { observed } from './with-session.ts'

/** Applies what is due; with the changes that a person has confirmed, nothing else. */
export async function applyRun(
  surroundings: Surroundings,
  request: RunRequest,
  ready: Ready,
  confirmed?: ReadonlyMap<string, readonly Change[]>,
): Promise<RunRecord> {
  const { parallel, adopts, retires } = request
  const {
    session: access,
    due,
    broken,
    ending,
  } = await surroundings.waiting(roomAsked, async () => await withRoom(ready))
  const confirmedOf = ({ name }: DeliveryStack) => confirmed && (confirmed.get(name) ?? [])
  const work = async (session: Session): Promise<RunRecord> => {
    const recorder = recorderFor({ ...ready, broken }, requested('apply', request))
    await surroundings.waiting(firstInit, async () => await tryProvider(session, [...ending, ...due]))
    // First what goes: its addresses may be given to others already.
    await runStacks(
      session,
      recorder,
      ending,
      parallel,
      async stack => await applyEnd(session, stack, { retires, ended: ending }, confirmedOf(stack)),
    )
    await runStacks(
      session,
      recorder,
      due,
      parallel,
      async stack => await applyStack(session, stack, confirmedOf(stack)),
    )
    return recorder.end(session.signal.aborted)
  }
  return await observed(surroundings, access, [...ending, ...due], work, adopts)
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
