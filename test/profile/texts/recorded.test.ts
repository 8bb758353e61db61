import { describe, expect, it } from 'vitest'
import type { HistoryEvent } from '../../../generated/types/system.ts'
import { isDecision, requestsIn } from '../../../lib/lifecycle/index.ts'
import { checkSystem } from './check.ts'
import { type Jurisdiction, jurisdictions, pathsOf, profileOf } from './course.ts'
import type { Situation } from './duties.ts'

const situation: Situation = {
  origin: 'new',
  level: 3,
  pools: 'dedicated',
  mark: 'none',
  category: 'government-organ',
  important: false,
  adapted: true,
  load: 'steady',
}

/** Nothing here states facts or asks for services of use, and other events may come before; none of it is the decision's. */
const addedElsewhere: ReadonlySet<string> = new Set(['TY4203', 'TY4205', 'TY4211'])

const services = [{ item: 'ecs.general.4c8g', quantity: 1 }]
const grants = { extranet: { pool: 'dedicated', services } } as const

/** The shortest way to each approval over requests; nobody opens anything before it is asked for. */
function waysOf(id: Jurisdiction): readonly (readonly string[])[] {
  const profile = profileOf(id)
  const { events } = profile.lifecycle
  const isDecided = (path: readonly string[]) => {
    const last = path.at(-1) ?? ''
    return events[last]?.approval !== undefined && path.some(event => !isDecision(profile, event))
  }
  const paths = [...pathsOf(profile, event => events[event]?.refuses !== true)].filter(isDecided)
  const shortest = paths.toSorted((a, b) => a.length - b.length)
  return [...new Map(shortest.toReversed().map(path => [path.at(-1), path])).values()]
}

/** People write all papers, reasons and days that anything asks for; records write none. */
function historyOf(id: Jurisdiction, path: readonly string[], mark: readonly 'emergency'[]) {
  const profile = profileOf(id)
  const types = (profile.requirements ?? []).flatMap(({ papers = [], anyPaper = [] }) => [
    ...papers,
    ...anyPaper,
  ])
  const papers = [...new Set(types)].map(type => ({ type, accreditation: 'CNAS' }))
  const { events } = profile.lifecycle
  return path.map((event, index): HistoryEvent => {
    const on = `2026-01-${String(index + 1).padStart(2, '0')}`
    if (isDecision(profile, event))
      return { event, on, ...(events[event]?.grants === 'required' ? { grants } : {}) }
    const conditions = events[event]?.requests === true && mark.length > 0 ? { conditions: [...mark] } : {}
    return { event, on, reason: '理由', until: '2027-12-31', source: { paper: '号' }, papers, ...conditions }
  })
}

describe.each(jurisdictions)('a decision of a record under %s', id => {
  it('is without nothing that its request could bring', () => {
    const profile = profileOf(id)
    const ways = waysOf(id)
    expect(ways.length).toBeGreaterThan(0)
    const found = ways.flatMap(path =>
      [[], ['emergency'] as const].flatMap(mark => {
        const history = historyOf(id, path, mark)
        const last = [...requestsIn(profile, history)].at(-1)?.index ?? path.length
        const isRecorded = (index: number) => isDecision(profile, history[index]?.event ?? '')
        return checkSystem(id, situation, history, isRecorded)
          .filter(({ code, severity }) => severity === 'error' && !addedElsewhere.has(code))
          .filter(({ path: [, index] }) => typeof index === 'number' && index >= last)
          .map(({ code, message }) => `${path.join(' ')} ${mark.join()} ${code} ${message.en}`)
      }),
    )
    expect(found).toEqual([])
  })
})
