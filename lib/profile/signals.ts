import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { CalendarSignal, SignalDefinition, UtilisationSignal } from '../../generated/types/signal.ts'
import type { SystemManifest } from '../../generated/types/system.ts'
import { monthsIn } from '../clock/calendar-period.ts'
import { nextDayOfYear } from '../clock/day.ts'
import type { ClockEvent } from '../clock/index.ts'
import { addCalendarDays, addMonths } from '../clock/index.ts'
import type { Text } from '../finding/finding.ts'
import { stateOf } from '../lifecycle/index.ts'
import { eventTerm, idInWords } from '../term/index.ts'
import { spellsOf } from './utilisation.ts'

/** What ends a spell of utilisation, as deadlines name it. */
export function endOfSignal(id: string): string {
  return `${id}-ended`
}

/** What signals look at of a system. */
export type SignalSubject = Pick<SystemManifest, 'history' | 'utilisation'>

/** The names that deadlines and conditions may use beside those of events. */
export function signalIds({ signals = [] }: JurisdictionProfile): readonly string[] {
  return signals.flatMap(({ id, ...signal }) => ('every' in signal ? [id] : [id, endOfSignal(id)]))
}

/** The name of a signal or of its end; undefined of what is none. */
export function signalName({ signals = [] }: JurisdictionProfile, id: string): string | undefined {
  return signals.find(signal => signal.id === id || endOfSignal(signal.id) === id)?.name
}

/** What a requirement may wait for, an event or a signal, by its name. */
export function happeningTerm(profile: JurisdictionProfile, id: string): Text {
  const signal = signalName(profile, id)
  return signal === undefined ? eventTerm(profile, id) : { zh: signal, en: idInWords(id) }
}

/** What the days and the measurements have brought to a system up to a day, in the order of the days. */
export function signalsOf(
  profile: JurisdictionProfile,
  system: SignalSubject,
  asOf: string,
): readonly ClockEvent[] {
  const { signals = [] } = profile
  const first = system.history[0]?.on
  if (signals.length === 0 || first === undefined) return []
  return signals
    .flatMap(signal =>
      isCalendar(signal)
        ? daysOf(signal, first, asOf)
            .filter(on => concerns(profile, system, signal, on))
            .map(on => ({ event: signal.id, on }))
        : spellEvents(profile, system, signal, asOf),
    )
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** The signals of utilisation that hold on a day: what came and has not ended. */
export function signalsOn(
  profile: JurisdictionProfile,
  system: SignalSubject,
  day: string,
): readonly string[] {
  const utilisation = (profile.signals ?? []).filter(signal => !isCalendar(signal))
  return utilisation.flatMap(signal => {
    const last = isCalendar(signal) ? undefined : spellEvents(profile, system, signal, day).at(-1)
    return last?.event === signal.id ? [signal.id] : []
  })
}

function isCalendar(signal: SignalDefinition): signal is CalendarSignal {
  return 'every' in signal
}

/** Every end that a spell has is told, also where the system is in another state by then. */
function spellEvents(
  profile: JurisdictionProfile,
  system: SignalSubject,
  signal: UtilisationSignal,
  asOf: string,
): readonly ClockEvent[] {
  return spellsOf(signal, system.utilisation ?? [])
    .filter(({ on }) => concerns(profile, system, signal, on))
    .flatMap(({ on, endedOn }) => [
      { event: signal.id, on },
      ...(endedOn === undefined ? [] : [{ event: endOfSignal(signal.id), on: endedOn }]),
    ])
    .filter(({ on }) => on <= asOf)
}

/** Whether a system is, on the eve of a day, in a state that a signal is about. */
function concerns(
  profile: JurisdictionProfile,
  { history }: SignalSubject,
  { states }: SignalDefinition,
  on: string,
): boolean {
  const { state, resources } = stateOf(profile, history, addCalendarDays(on, -1))
  return states === undefined ? resources !== 'none' : states.includes(state)
}

/** The days of a calendar signal after one day, and up to and with another. */
function daysOf({ every, at = 'begin', on }: CalendarSignal, after: string, to: string): readonly string[] {
  const days: string[] = []
  const next = (day: string): string =>
    on === undefined ? nextBoundary(day, monthsIn[every], at) : nextDayOfYear(addCalendarDays(day, 1), on)
  for (let day = next(after); day <= to; day = next(day)) days.push(day)
  return days
}

/** The first or last day of a period of so many months, after a day: periods begin with the year. */
function nextBoundary(after: string, months: number, at: 'begin' | 'end'): string {
  const isEnd = at === 'end'
  const day = isEnd ? addCalendarDays(after, 1) : after
  const within = (Number(day.slice(5, 7)) - 1) % months
  const begin = addMonths(`${day.slice(0, 7)}-01`, months - within)
  return isEnd ? addCalendarDays(begin, -1) : begin
}
