import type { LineUse } from '../entitlement/index.ts'

/** The day by whose catalogue a line is judged: what comes later makes no grant of the past wrong. */
export function decidedOn({ system, event, span }: LineUse): string {
  const granted = event === undefined ? undefined : system.value.history[event]?.on
  return granted ?? span.from
}
