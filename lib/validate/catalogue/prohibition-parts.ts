import type { Prohibition } from '../../../generated/types/jurisdiction.ts'
import type { CalendarWindow } from '../../../generated/types/prohibition.ts'
import { type DataPath, finding, type Text } from '../../finding/finding.ts'
import { isEverFree } from '../../profile/prohibitions.ts'
import { unrealDay } from './day-of-year.ts'
import { placedProhibitions } from './placed-prohibitions.ts'
import type { CatalogueRule } from './rule.ts'

export const prohibitionParts: CatalogueRule<'jurisdiction'> = {
  code: 'TY2231',
  severity: 'error',
  title: {
    zh: '禁止情形（prohibitions）写得不成立',
    en: 'a prohibition that could never end, or whose days are none',
  },
  why: {
    zh: '任何时候、任何情形都不得办理的，就不是可以办理的环节：写明何种情形（when）、除外情形（unless）或日期（during、outside），或从 lifecycle.events 中删去该环节。日期须是日历上有的，止日不早于起日；标识各不相同。',
    en: 'What is never allowed is no event at all: say in which case (`when`), with which exception (`unless`) or on which days (`during`, `outside`), or take the event out of lifecycle.events. Days are those that the calendar has, none ends before it begins, and each id stands once.',
  },
  *check(document) {
    const taken = new Set<string>()
    for (const { prohibition, path } of placedProhibitions(document.value)) {
      const { id } = prohibition
      if (taken.has(id))
        yield finding(prohibitionParts, document.at([...path, 'id']), { message: takenId(id) })
      taken.add(id)
      for (const { at, message } of dayFaults(prohibition))
        yield finding(prohibitionParts, document.at([...path, ...at]), { message })
      if (isNeverLifted(prohibition))
        yield finding(prohibitionParts, document.at([...path, 'on'], 'key'), { message: neverAllowed })
    }
  },
}

interface Fault {
  readonly at: DataPath
  readonly message: Text
}

function* dayFaults({ during = [], outside = [] }: Prohibition): Generator<Fault> {
  for (const [key, windows] of Object.entries({ during, outside }))
    for (const [index, window] of windows.entries()) yield* windowFaults(window, [key, index])
}

function* windowFaults(window: CalendarWindow, path: DataPath): Generator<Fault> {
  if ('yearly' in window)
    for (const [end, day] of Object.entries(window.yearly)) {
      const message = unrealDay(day)
      if (message !== undefined) yield { at: [...path, 'yearly', end, 'day'], message }
    }
  if ('dates' in window && window.dates.to < window.dates.from)
    yield { at: [...path, 'dates', 'to'], message: reversed(window.dates.from) }
}

function isNeverLifted(prohibition: Prohibition): boolean {
  return prohibition.when === undefined && prohibition.unless === undefined && !isEverFree(prohibition)
}

function takenId(id: string): Text {
  return { zh: `${id} 已是另一禁止情形的标识`, en: `${id} is another prohibition already` }
}

function reversed(from: string): Text {
  return { zh: `早于起始日 ${from}`, en: `it is before ${from}, on which the days begin` }
}

const neverAllowed: Text = {
  zh: '没有写情形和日期，所列环节永远不得办理',
  en: 'without a case or days, these events are never allowed',
}
