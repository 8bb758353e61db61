import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { isDecision } from '../lifecycle/index.ts'
import type { System } from '../model/model.ts'

/** Whether an event rests on a paper and nothing else: it did not happen in a forge, and stays marked so. */
export function isOnPaper(event: HistoryEvent): boolean {
  return onlyPaper(event) !== undefined
}

function onlyPaper({ source }: HistoryEvent): string | undefined {
  return source?.forge === undefined && source?.commit === undefined ? source?.paper : undefined
}

/** A decision that was taken on paper, and the number of the paper. */
export interface PaperDecision {
  readonly event: string
  readonly on: string
  readonly paper: string
}

/** Every decision of a history up to a day that was taken on paper: it stays marked so for good. */
export function paperDecisionsIn(
  profile: JurisdictionProfile,
  history: readonly HistoryEvent[],
  asOf: string,
): readonly PaperDecision[] {
  return history.flatMap(one => {
    const { event, on } = one
    const paper = onlyPaper(one)
    return paper !== undefined && on <= asOf && isDecision(profile, event) ? [{ event, on, paper }] : []
  })
}

/** Whether an event of a system is a decision that people wrote, and that no paper bears. */
export function isTypedDecision(profile: JurisdictionProfile, system: System, index: number): boolean {
  const event = system.value.history[index]
  if (event === undefined || system.document.recordOf?.(index) !== undefined) return false
  return !isOnPaper(event) && isDecision(profile, event.event)
}
