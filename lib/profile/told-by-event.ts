import type { Condition } from '../../generated/types/condition.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'

/**
 * What is known of a past event itself, whatever the manifest says today. Where resources stand, and how much of them, is
 * known of an event that grants them.
 */
const told: { readonly [K in Exclude<keyof Required<Condition>, 'not'>]: boolean | 'by-grant' } = {
  origin: true,
  flags: true,
  changes: true,
  opens: true,
  after: true,
  zones: 'by-grant',
  pools: 'by-grant',
  sizes: 'by-grant',
  places: 'by-grant',
  mlpsAtLeast: false,
  uses: false,
  important: false,
  load: false,
  pool: false,
  domesticAdapted: false,
  icpRequired: false,
  categories: false,
  purposes: false,
  facts: false,
}

const members: ReadonlyMap<string, boolean | 'by-grant'> = new Map(Object.entries(told))

/** Whether conditions ask for nothing but what a past event itself tells. */
export function isOfTheEvent(
  conditions: readonly (Condition | undefined)[],
  event: HistoryEvent | undefined,
): boolean {
  return conditions.every(condition => condition === undefined || isTold(condition, event))
}

function isTold({ not, ...condition }: Condition, event: HistoryEvent | undefined): boolean {
  const isKnown = (member: string): boolean => {
    const known = members.get(member)
    return known === 'by-grant' ? event?.grants !== undefined : known === true
  }
  return (not === undefined || isTold(not, event)) && Object.keys(condition).every(isKnown)
}
