import type { DayOfYear } from '../../../generated/types/deadline.ts'
import type { JurisdictionProfile } from '../../../generated/types/jurisdiction.ts'
import { type DataPath, finding, type Text } from '../../finding/finding.ts'
import { unrealDay } from './day-of-year.ts'
import type { CatalogueRule } from './rule.ts'

export const signalParts: CatalogueRule<'jurisdiction'> = {
  code: 'TY2230',
  severity: 'error',
  title: {
    zh: '日期不存在，或情形（signals）、例行事项（routines）写得不成立',
    en: 'a day that no year has, a signal that could never come, or a routine without one last day',
  },
  why: {
    zh: '每年的日期须是日历上有的（2月29日可写）；on 只与 every: year 同写，且不与 at 同写；signals 的标识不得与环节或另一情形相同；例行事项的 by 也只与 every: year 同写，within、by、days 至多写其一，标识各不相同。',
    en: 'A day of the year is one that the calendar has (29 February may be written); `on` stands beside `every: year` alone and not beside `at`; the id of a signal is no event’s and no other signal’s. `by` of a routine stands beside `every: year` alone as well, at most one of `within`, `by` and `days` says its last day, and its id is no other routine’s.',
  },
  *check(document) {
    for (const { at, part, message } of faultsIn(document.value))
      yield finding(signalParts, document.at(at, part), { message })
  },
}

interface Fault {
  readonly at: DataPath
  readonly part: 'key' | 'value'
  readonly message: Text
}

function* faultsIn(profile: JurisdictionProfile): Generator<Fault> {
  const { signals = [], deadlines = [], lifecycle } = profile
  const taken = new Set(Object.keys(lifecycle.events))
  for (const [index, signal] of signals.entries()) {
    const path = ['signals', index]
    if (taken.has(signal.id)) yield { at: [...path, 'id'], part: 'value', message: takenId(signal.id) }
    taken.add(signal.id)
    if (!('every' in signal) || signal.on === undefined) continue
    yield* unreal(signal.on, [...path, 'on'])
    if (signal.every !== 'year' || signal.at !== undefined)
      yield { at: [...path, 'on'], part: 'key', message: misplaced }
  }
  for (const [index, { days }] of deadlines.entries())
    if ('yearly' in days) yield* unreal(days.yearly, ['deadlines', index, 'days', 'yearly'])
  yield* routineFaults(profile)
}

function* routineFaults({ routines = [], decisions = [] }: JurisdictionProfile): Generator<Fault> {
  const taken = new Set<string>()
  const placed = [
    ...routines.map((routine, index) => ({ routine, path: ['routines', index] })),
    ...decisions.flatMap((decision, at) =>
      (decision.routines ?? []).map((routine, index) => ({
        routine,
        path: ['decisions', at, 'routines', index],
      })),
    ),
  ]
  for (const { routine, path } of placed) {
    const { id, every, within, by, days } = routine
    if (taken.has(id)) yield { at: [...path, 'id'], part: 'value', message: takenRoutine(id) }
    taken.add(id)
    const [, second] = Object.entries({ within, by, days }).filter(([, value]) => value !== undefined)
    if (second !== undefined) yield { at: [...path, second[0]], part: 'key', message: twoLastDays }
    if (by === undefined) continue
    yield* unreal(by, [...path, 'by'])
    if (every !== 'year') yield { at: [...path, 'by'], part: 'key', message: misplacedBy }
  }
}

function* unreal(day: DayOfYear, path: DataPath): Generator<Fault> {
  const message = unrealDay(day)
  if (message !== undefined) yield { at: [...path, 'day'], part: 'value', message }
}

function takenId(id: string): Text {
  return { zh: `${id} 已是环节或另一情形的标识`, en: `${id} is an event or another signal already` }
}

function takenRoutine(id: string): Text {
  return { zh: `${id} 已是另一例行事项的标识`, en: `${id} is another routine already` }
}

const misplacedBy: Text = {
  zh: 'by 只与 every: year 同写',
  en: '`by` stands beside `every: year` alone',
}

const twoLastDays: Text = {
  zh: 'within、by、days 至多写其一',
  en: 'at most one of `within`, `by` and `days` says the last day',
}

const misplaced: Text = {
  zh: 'on 只与 every: year 同写，且不与 at 同写',
  en: '`on` stands beside `every: year` alone, and not beside `at`',
}
