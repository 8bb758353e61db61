import type { Form } from '../../../generated/types/form.ts'
import type { JurisdictionProfile } from '../../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../../generated/types/system.ts'
import { requestsServices } from '../../lifecycle/index.ts'
import { entryOf } from '../../model/entry.ts'

/** Where the case that a form is about lies in a history, by indices. */
export interface CaseSpan {
  /** The event that the form records; undefined while it is still to come. */
  readonly at: number | undefined
  /** The event that opened the case; one past the history's last where the form is to open a new one. */
  readonly begin: number
  /** The first event that is no part of the case. */
  readonly end: number
}

/** Whether an event opens a case of its own: a request, or an exit. */
export function opensCase({ lifecycle }: JurisdictionProfile, { event }: HistoryEvent): boolean {
  const definition = entryOf(lifecycle.events, event)
  return definition?.requests === true || definition?.branches === true
}

/** The case of the latest of the form's stages. Without stages, a form is about the last request for services. */
export function spanOf(
  profile: JurisdictionProfile,
  { stages }: Pick<Form, 'stages'>,
  history: readonly HistoryEvent[],
): CaseSpan {
  const opens = (event: HistoryEvent) => opensCase(profile, event)
  const asks = ({ event }: HistoryEvent) => requestsServices(profile, event)
  if (stages === undefined) return { at: undefined, begin: lastOr0(history, asks), end: history.length }
  const at = history.findLastIndex(({ event }) => Object.hasOwn(stages, event))
  if (at < 0) {
    const [first = ''] = Object.keys(stages)
    const isNew = opensCase(profile, { event: first, on: '' })
    return { at: undefined, begin: isNew ? history.length : lastOr0(history, opens), end: history.length }
  }
  const end = history.findIndex((event, index) => index > at && opens(event))
  return { at, begin: lastOr0(history.slice(0, at + 1), opens), end: end < 0 ? history.length : end }
}

/** A case that is still to be opened. */
export function newCase(history: readonly HistoryEvent[]): CaseSpan {
  return { at: undefined, begin: history.length, end: history.length }
}

function lastOr0(history: readonly HistoryEvent[], is: (event: HistoryEvent) => boolean): number {
  return Math.max(0, history.findLastIndex(is))
}
