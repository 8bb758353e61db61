import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { isDecision } from '../lifecycle/index.ts'
import type { System } from '../model/model.ts'

/** Whether an event rests on a paper and nothing else: it did not happen in a forge, and stays marked so. */
export function isOnPaper({ source }: HistoryEvent): boolean {
  return source?.paper !== undefined && source.forge === undefined && source.commit === undefined
}

/** Whether an event of a system is a decision that people wrote, and that no paper bears. */
export function isTypedDecision(profile: JurisdictionProfile, system: System, index: number): boolean {
  const event = system.value.history[index]
  if (event === undefined || system.document.recordOf?.(index) !== undefined) return false
  return !isOnPaper(event) && isDecision(profile, event.event)
}
