import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import { approvalsAskedFor } from '../approval/index.ts'
import { requestsIn, type Step, wayToAnyOf } from '../lifecycle/index.ts'
import type { Surroundings, System } from '../model/model.ts'
import { caseOf } from '../profile/case.ts'
import type { RecordMark } from '../read/document.ts'
import { dayAgreed } from './composed-history.ts'
import { decidedBy } from './decided-by.ts'
import { unrecordedRequest } from './unrecorded-request.ts'

/** What an approval would make of a system whose request waits for a record. */
export interface ComingDecision {
  /** The request, by its index. */
  readonly request: number
  /** The system with the decisions at the end of its history, on the day of the request. */
  readonly system: System
  /** The indexes of the decisions in it. */
  readonly decided: readonly number[]
}

/** The record that does not exist yet. */
const coming: RecordMark = { number: 0, file: '' }

/**
 * What the approval of a waiting request would say: whatever that is still without must be there before it is merged, for
 * a record adds nothing of its own. Undefined where no request waits for a record.
 */
export function comingDecision(
  around: Surroundings,
  profile: JurisdictionProfile,
  system: System,
): ComingDecision | undefined {
  const { value, document } = system
  const waiting = unrecordedRequest(around, system)
  const request = waiting && [...requestsIn(profile, value.history)].find(one => one.index === waiting.index)
  const way = request && wayAskedFor(around, profile, system, request)
  if (request === undefined || way === undefined) return undefined
  const decisions = way.map((event, at) => ({
    ...decidedBy(profile, value, request, event),
    on: request.event.on,
    ...(at === way.length - 1 ? dayAgreed(request.event) : {}),
  }))
  const { length } = value.history
  return {
    request: request.index,
    system: {
      ...system,
      value: { ...value, history: [...value.history, ...decisions] },
      document: {
        ...document,
        recordOf: index => (index < length ? document.recordOf?.(index) : coming),
      },
    },
    decided: decisions.map((_, at) => length + at),
  }
}

function wayAskedFor(
  around: Surroundings,
  profile: JurisdictionProfile,
  system: System,
  request: Step,
): readonly string[] | undefined {
  const { flags } = caseOf(around, profile, system, request.index)
  const kinds = approvalsAskedFor(profile, request.event.event, request.state, flags)
  return wayToAnyOf(profile, request, kinds)
}
