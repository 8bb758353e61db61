import { describe, expect, it } from 'vitest'
import { isTerminal, type Position } from '../../../lib/lifecycle/index.ts'
import { jurisdictions, keyOf, positionsOf, profileOf, waysFrom } from './course.ts'

describe.each(jurisdictions)('every position that a history can reach in %s', id => {
  const profile = profileOf(id)
  const { events } = profile.lifecycle
  const positions = positionsOf(profile)

  /** The positions from which some goal can be reached by the events that are allowed. */
  function leadingTo(goal: (position: Position) => boolean, allowed: (event: string) => boolean) {
    const leading = new Set([...positions].flatMap(([key, position]) => (goal(position) ? [key] : [])))
    for (let before = -1; before < leading.size; ) {
      before = leading.size
      for (const [key, position] of positions) {
        const ways = waysFrom(profile, position).filter(({ event }) => allowed(event))
        if (ways.some(({ to }) => leading.has(keyOf(to)))) leading.add(key)
      }
    }
    return leading
  }

  it('is one of few: procedures branch off, and none branches off itself', () => {
    expect(positions.size).toBeLessThan(120)
    const repeated = [...positions.values()].filter(
      ({ state, below }) => new Set([...below, state]).size <= below.length,
    )
    expect(repeated.map(keyOf)).toEqual([])
  })

  it('has a way to an end, without a grant on the way', () => {
    const leading = leadingTo(
      ({ state }) => isTerminal(profile, state),
      event => events[event]?.grants === undefined,
    )
    expect([...positions.keys()].filter(key => !leading.has(key))).toEqual([])
  })

  it('can be left by whoever uses the cloud: while anything stands, an exit is asked for or under way', () => {
    const exits = Object.entries(events).flatMap(([event, { approval }]) =>
      approval === 'exit' ? [event] : [],
    )
    expect(exits).toHaveLength(1)
    const asked = new Set(exits.flatMap(exit => events[exit]?.from ?? []))
    const stuck = [...positions.values()].filter(position => {
      if (position.resources === 'none' || asked.has(position.state)) return false
      const ways = waysFrom(profile, position)
      const underWay = ways.some(({ to }) => to.resources === 'none')
      return (
        !underWay && !ways.some(({ event, to }) => events[event]?.branches === true && asked.has(to.state))
      )
    })
    expect(stuck.map(keyOf)).toEqual([])
  })

  it('lets whoever may consent to it also refuse it', () => {
    const silent = [...positions.values()].flatMap(position => {
      const ways = waysFrom(profile, position).map(({ event }) => event)
      const refusals = ways.filter(event => events[event]?.refuses === true)
      const consents = ways.filter(event => {
        const definition = events[event]
        // Without a request there is nothing to refuse: what is opened at once was asked for by word of mouth.
        return definition?.approval !== undefined && definition.requests !== true
      })
      return consents.length > 0 && refusals.length === 0 ? [keyOf(position)] : []
    })
    expect(silent).toEqual([])
  })

  it('lets the applicant take back what is not answered', () => {
    const pending = [...positions.values()].filter(position =>
      waysFrom(profile, position).some(({ event, to }) => {
        const definition = events[event]
        const answers = definition?.refuses === true && to.state !== 'trial-failed'
        return answers && event !== 'backup-release-refused'
      }),
    )
    const bound = pending.filter(
      position =>
        !waysFrom(profile, position).some(
          ({ event }) => /(?:^|-)withdrawn$/.test(event) || event === 'exit-submitted',
        ),
    )
    expect(pending.length).toBeGreaterThan(0)
    expect(bound.map(keyOf)).toEqual([])
  })

  it('is refused only into where it may be asked for again, or where it was asked for from', () => {
    for (const position of positions.values()) {
      for (const { event, to } of waysFrom(profile, position)) {
        if (events[event]?.refuses !== true || events[event]?.returns === true) continue
        const again = waysFrom(profile, to).map(way => way.event)
        expect([
          event,
          again.some(way => /^(?:submitted|trial-passed|backup-release-submitted)$/.test(way)),
        ]).toEqual([event, true])
      }
    }
  })
})

/** Where a text speaks of a refusal, or of an answer that may be one. */
const refusals = [
  ['DT-12', 'datong', 'submitted', 'refused'],
  ['DT-12', 'datong', 'accepted', 'rejected'],
  ['DT-12', 'datong', 'reviewed', 'rejected'],
  ['DT-15', 'datong', 'change-submitted', 'change-refused'],
  ['DT-16', 'datong', 'exit-submitted', 'exit-refused'],
  ['NW-2.2', 'ningwu', 'submitted', 'refused'],
  ['NW-2.2', 'ningwu', 'reviewed', 'not-agreed'],
  ['NW-2.2', 'ningwu', 'agreed', 'refused'],
  ['NW-2.5', 'ningwu', 'change-submitted', 'change-refused'],
  ['NW-2.6', 'ningwu', 'exit-submitted', 'exit-refused'],
  ['XS-20', 'xishuangbanna', 'submitted', 'refused'],
  ['XS-20', 'xishuangbanna', 'accepted', 'rejected'],
  ['XS-22.1', 'xishuangbanna', 'change-submitted', 'change-refused'],
  ['XS-23', 'xishuangbanna', 'exit-submitted', 'exit-refused'],
  ['ZJ-8', 'zhejiang', 'submitted', 'refused'],
  ['ZJ-8', 'zhejiang', 'accepted', 'rejected'],
  ['ZJ-9b', 'zhejiang', 'trial', 'trial-failed'],
  ['ZJ-10a', 'zhejiang', 'trial-passed', 'final-refused'],
  ['ZJ-11', 'zhejiang', 'change-submitted', 'change-refused'],
  ['ZJ-12', 'zhejiang', 'exit-submitted', 'exit-refused'],
  ['JQ-8', 'jiuquan', 'submitted', 'refused'],
  ['JQ-10.2', 'jiuquan', 'change-submitted', 'change-refused'],
  ['JQ-10.2', 'jiuquan', 'exit-submitted', 'exit-refused'],
  ['JQ-19', 'jiuquan', 'live', 'backup-release-refused'],
] as const

describe('a refusal that a text knows', () => {
  it.each(refusals)('%s: in %s after %s, as %s', (article, id, state, event) => {
    const profile = profileOf(id)
    const definition = profile.lifecycle.events[event]
    expect(definition).toMatchObject({ refuses: true, article })
    expect(
      waysFrom(profile, { state, below: ['live'], resources: 'formal' }).map(way => way.event),
    ).toContain(event)
  })
})

/** Where a text sets no limit to when a change or an exit may be asked for. */
describe('a change and an exit', () => {
  const granted = ['approved', 'opened', 'delivered', 'tested', 'live']

  it.each([
    ['DT-15', 'datong', granted],
    ['NW-2.5', 'ningwu', granted],
    ['XS-22.1', 'xishuangbanna', granted],
    ['JQ-10.2', 'jiuquan', granted],
    // 正式运行过程中.
    ['ZJ-11', 'zhejiang', ['opened', 'live']],
  ] as const)('%s: in %s a change is asked for in %j', (article, id, from) => {
    expect(profileOf(id).lifecycle.events['change-submitted']).toMatchObject({
      article,
      from,
      branches: true,
    })
  })

  it.each([
    ['DT-16', 'datong', granted],
    ['NW-2.6', 'ningwu', granted],
    ['XS-23', 'xishuangbanna', granted],
    ['JQ-10.2', 'jiuquan', granted],
    [
      'ZJ-12',
      'zhejiang',
      ['trial-approved', 'trial', 'trial-failed', 'trial-passed', 'approved', 'opened', 'live'],
    ],
  ] as const)('%s: in %s an exit is asked for in %j, and beside a change', (article, id, from) => {
    expect(profileOf(id).lifecycle.events['exit-submitted']).toMatchObject({
      article,
      from: [...from, 'change-submitted', 'change-approved'],
      branches: true,
    })
  })

  it('return to where they were asked for', () => {
    const profile = profileOf('datong')
    const at = (...events: readonly string[]) =>
      events.reduce(
        (position: Position, event) => {
          const way = waysFrom(profile, position).find(one => one.event === event)
          if (way === undefined) throw new Error(`${event} does not fit ${keyOf(position)}`)
          return way.to
        },
        { state: 'delivered', below: [], resources: 'formal' },
      )
    expect(keyOf(at('change-submitted', 'change-refused'))).toBe('delivered')
    expect(keyOf(at('change-submitted', 'tested', 'change-withdrawn'))).toBe('tested')
    expect(keyOf(at('change-submitted', 'change-approved', 'changed'))).toBe('delivered')
    expect(keyOf(at('change-submitted', 'exit-submitted', 'exit-refused'))).toBe(
      'delivered > change-submitted',
    )
    expect(keyOf(at('exit-submitted', 'tested', 'live'))).toBe('live > exit-submitted')
    expect(keyOf(at('change-submitted', 'exit-submitted', 'exit-approved'))).toBe('exit-approved')
  })

  it('ZJ-10a: of a trial leave it a trial, until the exit is approved and carried out', () => {
    const profile = profileOf('zhejiang')
    const exits = [...positionsOf(profile).values()].filter(
      ({ state, below }) => state === 'exit-submitted' && below[0]?.startsWith('trial') === true,
    )
    expect(exits.length).toBeGreaterThan(3)
    expect(new Set(exits.map(({ resources }) => resources))).toEqual(new Set(['trial']))
    const approved = exits
      .flatMap(exit => waysFrom(profile, exit))
      .filter(way => way.event === 'exit-approved')
    expect(new Set(approved.map(({ to }) => to.resources))).toEqual(new Set(['trial']))
  })
})
