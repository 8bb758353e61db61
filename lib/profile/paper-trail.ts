import type { HistoryEvent } from '../../generated/types/system.ts'

/** Whether an event rests on a paper and nothing else: it did not happen in a forge, and stays marked so. */
export function isOnPaper({ source }: HistoryEvent): boolean {
  return source?.paper !== undefined && source.forge === undefined && source.commit === undefined
}
