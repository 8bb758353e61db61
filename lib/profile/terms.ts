// Resources that are given for a time: how long, how often renewed, how much, and that they come back.
import type { DeadlineDefinition } from '../../generated/types/deadline.ts'
import type { JurisdictionProfile, ResourceTerm } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent, SystemManifest } from '../../generated/types/system.ts'
import { addCalendarDays, addMonths } from '../clock/index.ts'
import { useOf } from '../model/use.ts'

/** The term of what a system is for; undefined for what may stay. */
export function termOfUse(
  { terms }: Pick<JurisdictionProfile, 'terms'>,
  system: Pick<SystemManifest, 'use'>,
): ResourceTerm | undefined {
  return terms?.find(({ use }) => use === useOf(system))
}

/** The deadlines by which resources with a term are to be reclaimed: a renewal sets a later day. */
export function termDeadlines({
  terms = [],
}: Pick<JurisdictionProfile, 'terms'>): readonly DeadlineDefinition[] {
  return terms.map(term => ({
    id: `term-${term.use}`,
    name: term.name,
    from: term.from,
    until: term.reclaimedBy,
    days:
      term.months === undefined
        ? { calendar: term.days ?? 1, onHoliday: 'keep' }
        : { months: term.months, onHoliday: 'keep' },
    direction: 'at-most',
    occurrence: 'first',
    when: { uses: [term.use] },
    responsible: term.responsible,
    ...(term.renewedBy === undefined ? {} : { extendedBy: term.renewedBy }),
    ...(term.article === undefined ? {} : { article: term.article }),
  }))
}

/** A renewal in a history, and the latest day that it may set. */
export interface Renewal {
  readonly event: HistoryEvent
  /** The event's index in the history. */
  readonly index: number
  /** Counts from 1. */
  readonly count: number
  readonly latest: string
}

/** Every renewal of a term, in order; none before the term has begun. */
export function renewalsIn(term: ResourceTerm, history: readonly HistoryEvent[]): readonly Renewal[] {
  const renewals: Renewal[] = []
  let due: string | undefined
  let first: string | undefined
  for (const [index, event] of history.entries()) {
    if (term.from.includes(event.event)) {
      due ??= endOf(term, event.on)
      first ??= due
    } else if (due !== undefined && term.renewedBy?.includes(event.event) === true) {
      const latest = earlier(endOf(term, due), furthest(term, first ?? due))
      renewals.push({ event, index, count: renewals.length + 1, latest })
      due = event.until ?? latest
    }
  }
  return renewals
}

/** The last day that all renewals together may come to; undefined where only their number counts. */
function furthest({ renewedMonths }: ResourceTerm, first: string): string | undefined {
  return renewedMonths === undefined ? undefined : addMonths(first, renewedMonths)
}

function earlier(day: string, other: string | undefined): string {
  return other !== undefined && other < day ? other : day
}

function endOf({ months, days }: ResourceTerm, from: string): string {
  return months === undefined ? addCalendarDays(from, days ?? 1) : addMonths(from, months)
}
