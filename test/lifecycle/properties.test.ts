import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JurisdictionProfile, LifecycleEvent } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { addCalendarDays } from '../../lib/clock/index.ts'
import { grantPeriodsOf } from '../../lib/entitlement/grant-periods.ts'
import { grantIndexOn } from '../../lib/entitlement/grants.ts'
import { isKept, isOver, stateOf } from '../../lib/lifecycle/index.ts'

const names = ['a', 'b', 'c', 'd', 'e'] as const
const events = ['one', 'two', 'three', 'four', 'five', 'six'] as const
const firstDay = '2026-01-01'
const lastDay = '2026-12-31'

function profileWith(lifecycle: Omit<JurisdictionProfile['lifecycle'], 'article'>): JurisdictionProfile {
  return {
    apiVersion: 'tenantry/v1',
    kind: 'Jurisdiction',
    metadata: { id: 'lantian', name: { zh: '蓝田', en: 'Lantian' } },
    regulation: { title: '蓝田办法', articles: 'LT' },
    roles: {},
    zones: {},
    lifecycle: { article: 'LT-1', ...lifecycle },
  }
}

const state = fc.constantFrom(...names)

const definition: fc.Arbitrary<LifecycleEvent> = fc
  .record({
    from: fc.uniqueArray(state, { minLength: 1, maxLength: 3 }),
    to: fc.option(state, { nil: undefined }),
    grants: fc.constantFrom('required' as const, 'allowed' as const, undefined),
  })
  .map(({ from, to, grants }) => ({
    name: '环节',
    article: 'LT-2',
    from,
    ...(to === undefined ? {} : { to }),
    ...(grants === undefined ? {} : { grants }),
  }))

/** Any graph of five states and six events. */
const profile: fc.Arbitrary<JurisdictionProfile> = fc
  .record({
    initial: state,
    resources: fc.tuple(
      ...names.map(() => fc.constantFrom('none' as const, 'none' as const, 'formal' as const)),
    ),
    definitions: fc.tuple(...events.map(() => definition)),
  })
  .map(({ initial, resources, definitions }) =>
    profileWith({
      initial,
      states: Object.fromEntries(
        names.map((id, index) => [id, { name: id, resources: resources[index] ?? 'none' }]),
      ),
      events: Object.fromEntries(definitions.map((one, index) => [events[index] ?? '', one])),
    }),
  )

/** Events that the graph may or may not allow, and one that no graph knows, with rising days. */
const history: fc.Arbitrary<readonly HistoryEvent[]> = fc
  .array(
    fc.record({ event: fc.constantFrom(...events, 'constructor'), days: fc.integer({ min: 1, max: 9 }) }),
    {
      maxLength: 12,
    },
  )
  .map(steps => {
    let on = firstDay
    return steps.map(({ event, days }) => {
      on = addCalendarDays(on, days)
      return { event, on }
    })
  })

/** The same history in which what must grant grants, and what does not fit grants nothing. */
function granting(of: JurisdictionProfile, plain: readonly HistoryEvent[]): readonly HistoryEvent[] {
  const odd = new Set(stateOf(of, plain, lastDay).misfits.map(({ index }) => index))
  const grants = { internet: { services: [{ item: 'x', quantity: 1 }] } }
  return plain.map((event, index) => {
    const grantsHere = !odd.has(index) && of.lifecycle.events[event.event]?.grants === 'required'
    return grantsHere ? { ...event, grants } : event
  })
}

/** Whether some chain of usable events leads from a state to one with resources: tried one by one. */
function reaches(
  { lifecycle }: JurisdictionProfile,
  from: string,
  usable: (event: LifecycleEvent) => boolean,
): boolean {
  const seen = new Set<string>()
  const queue = [from]
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (lifecycle.states[at]?.resources !== 'none') return true
    seen.add(at)
    for (const event of Object.values(lifecycle.events)) {
      const next = event.to ?? at
      if (event.from.includes(at) && usable(event) && !seen.has(next)) queue.push(next)
    }
  }
  return false
}

describe('the state of a system, whatever the graph and the history', () => {
  it('is the same without the events that do not fit, and then every event fits', () => {
    fc.assert(
      fc.property(profile, history, (of, all) => {
        const { misfits, ...reached } = stateOf(of, all, lastDay)
        const odd = new Set(misfits.map(({ index }) => index))
        const fitting = all.filter((_, index) => !odd.has(index))
        expect(stateOf(of, fitting, lastDay)).toEqual({ ...reached, misfits: [] })
      }),
    )
  })

  it('moves by each event exactly where the graph allows it', () => {
    fc.assert(
      fc.property(profile, history, (of, all) => {
        for (const [index, { event, on }] of all.entries()) {
          const before = stateOf(of, all.slice(0, index), lastDay).state
          const { state: after, misfits } = stateOf(of, all, on)
          const known = new Map(Object.entries(of.lifecycle.events)).get(event)
          const fits = known?.from.includes(before) === true
          expect(after).toBe(fits ? (known.to ?? before) : before)
          const misfit = misfits.find(one => one.index === index)
          const reason = known === undefined ? 'unknown-event' : 'wrong-state'
          expect(misfit?.reason).toBe(fits ? undefined : reason)
          if (misfit !== undefined) expect(misfit.state).toBe(before)
        }
      }),
    )
  })

  it('does not look at days after the one asked about', () => {
    fc.assert(
      fc.property(profile, history, fc.integer({ min: 0, max: 60 }), (of, all, days) => {
        const day = addCalendarDays(firstDay, days)
        const until = all.filter(({ on }) => on <= day)
        expect(stateOf(of, all, day)).toEqual(stateOf(of, until, lastDay))
      }),
    )
  })
})

describe('the prospects of a state, whatever the graph', () => {
  it('are over where no event leads to resources, and keep a grant where one does without a new grant', () => {
    fc.assert(
      fc.property(profile, of => {
        for (const id of names) {
          expect(isOver(of, id)).toBe(!reaches(of, id, () => true))
          expect(isKept(of, id)).toBe(reaches(of, id, ({ grants }) => grants !== 'required'))
        }
      }),
    )
  })
})

describe('the days of grants, whatever the graph and the history', () => {
  it('are those of the last grant while the state keeps it, and no others', () => {
    fc.assert(
      fc.property(profile, history, (of, plain) => {
        const all = granting(of, plain)
        const periods = grantPeriodsOf(of, all)
        for (let day = firstDay; day < '2026-04-30'; day = addCalendarDays(day, 1)) {
          const held = isKept(of, stateOf(of, all, day).state) ? grantIndexOn(all, day) : -1
          const here = periods.filter(
            ({ from, until }) => from <= day && (until === undefined || day < until),
          )
          expect(here.map(({ event }) => event)).toEqual(held < 0 ? [] : [held])
        }
      }),
    )
  })

  it('do not change by events that do not fit and grant nothing', () => {
    fc.assert(
      fc.property(profile, history, (of, plain) => {
        const all = granting(of, plain)
        const odd = new Set(stateOf(of, all, lastDay).misfits.map(({ index }) => index))
        const fitting = all.filter((_, index) => !odd.has(index))
        const days = (of_: readonly HistoryEvent[]) =>
          grantPeriodsOf(of, of_).map(({ from, until }) => [from, until])
        expect(days(all)).toEqual(days(fitting))
      }),
    )
  })
})

describe('the prospects of a state', () => {
  const closed: LifecycleEvent = { name: '注销', from: ['live'], to: 'gone', article: 'LT-3' }
  const regranted: LifecycleEvent = {
    name: '再授予',
    from: ['gone'],
    to: 'live',
    grants: 'required',
    article: 'LT-4',
  }
  const of = profileWith({
    initial: 'live',
    states: {
      live: { name: '运行', resources: 'formal' },
      gone: { name: '已收回', resources: 'none' },
      paused: { name: '停用', resources: 'none' },
    },
    events: {
      closed,
      regranted,
      allowed: { name: '恢复', from: ['paused'], to: 'live', grants: 'allowed', article: 'LT-5' },
    },
  })
  const held = (...later: readonly HistoryEvent[]) =>
    grantPeriodsOf(of, [
      { event: 'noted', on: '2026-01-10', grants: { internet: { services: [] } } },
      ...later,
    ])

  it('tell a grant that is given up from a life that is over', () => {
    expect(['live', 'gone', 'paused'].map(id => [isKept(of, id), isOver(of, id)])).toEqual([
      [true, false],
      [false, false],
      [true, false],
    ])
  })

  it('end a grant on the day of the event that gives it up, and by no event that does not fit', () => {
    expect(held({ event: 'closed', on: '2026-02-01' })).toEqual([
      { event: 0, from: '2026-01-10', until: '2026-02-01' },
    ])
    expect(held({ event: 'regranted', on: '2026-02-01' }, { event: 'unknown', on: '2026-02-02' })).toEqual([
      { event: 0, from: '2026-01-10', until: undefined },
    ])
  })

  it('let a grant hold that comes by an event that does not fit, even where none is kept', () => {
    const history: readonly HistoryEvent[] = [
      { event: 'closed', on: '2026-01-05' },
      { event: 'closed', on: '2026-01-10', grants: { internet: { services: [] } } },
      { event: 'closed', on: '2026-01-20' },
    ]
    expect(grantPeriodsOf(of, history)).toEqual([{ event: 1, from: '2026-01-10', until: undefined }])
    expect(grantIndexOn(history, '2026-01-31')).toBe(1)
  })

  it('leave no day to a grant that another follows on the day', () => {
    const again = { event: 'noted', on: '2026-01-10', grants: { extranet: { services: [] } } }
    expect(held(again)).toEqual([{ event: 1, from: '2026-01-10', until: undefined }])
  })

  it('say of a state that no graph knows that nothing comes of it', () => {
    expect([isKept(of, 'constructor'), isOver(of, 'constructor')]).toEqual([false, true])
  })
})
