import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HistoryEvent, SystemManifest } from '../../../generated/types/system.ts'
import { checkSystem } from './check.ts'
import { type Jurisdiction, jurisdictions, pathsOf, profileOf } from './course.ts'
import { type Duty, duties, type Situation } from './duties.ts'

const marks = ['none', 'emergency', 'green-channel', 'major', 'high-utilisation'] as const
const categories = ['government-organ', 'county'] as const

function* product(): Generator<Situation> {
  for (const origin of ['new', 'migrated', 'rolled-out-from-above'] as const)
    for (const level of [2, 3] as const)
      for (const pools of ['shared', 'dedicated', 'mixed'] as const)
        for (const mark of marks)
          for (const category of categories)
            for (const rest of [true, false])
              yield {
                origin,
                level,
                pools,
                mark,
                category,
                important: rest,
                adapted: rest,
                load: rest ? 'burst' : 'steady',
              }
}

const situations = [...product()]

/** Every way to a due day; what only takes a request back and asks again asks for the same papers. */
function pathsTo(id: Jurisdiction, due: ReadonlySet<string>): readonly (readonly string[])[] {
  const again = /withdrawn|^application-closed$|^exit-refused$|^change-refused$/
  return [...pathsOf(profileOf(id), event => !again.test(event))].filter(path => due.has(path.at(-1) ?? ''))
}

/** For each due day the shortest ways, which ask for the least. */
function shortest(paths: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const byDue = Map.groupBy(paths, path => path.at(-1))
  return [...byDue.values()].flatMap(ways => ways.toSorted((a, b) => a.length - b.length).slice(0, 3))
}

/** The history of a path: requests marked, every reason and agreed day given, and no paper filed. */
function historyOf(
  id: Jurisdiction,
  path: readonly string[],
  { mark, pools }: Situation,
  completes: boolean,
): readonly HistoryEvent[] {
  const { events } = profileOf(id).lifecycle
  const side = (of: string) =>
    ['papers-completed'].filter(event => completes && of.endsWith('approved') && events[event])
  const grants = (size: number): SystemManifest['zones'] => ({
    extranet: {
      pool: pools === 'shared' ? 'shared' : 'dedicated',
      services: [{ item: 'ecs.general.4c8g', quantity: size }],
    },
    internet: { pool: pools === 'dedicated' ? 'dedicated' : 'shared', services: [] },
  })
  return path
    .flatMap(event => [event, ...side(event)])
    .map((event, index) => ({
      event,
      on: `2026-01-${String(index + 1).padStart(2, '0')}`,
      reason: '理由',
      until: '2026-02-28',
      ...(events[event]?.requests === true && mark !== 'none' ? { conditions: [mark] } : {}),
      ...(events[event]?.grants === 'required' ? { grants: grants(event.startsWith('change') ? 2 : 1) } : {}),
    }))
}

/** The papers of a duty that no finding asks for. */
function unasked(duty: Duty, said: readonly string[]): readonly string[] {
  // A paper of an event that is missing itself, such as an agreement, is named by the event.
  const missing = (paper: string) => !said.some(message => message.includes(paper))
  if (duty.any === true) return duty.papers.every(missing) ? duty.papers : []
  return duty.papers.filter(missing)
}

describe.each(jurisdictions)('no history of %s', id => {
  const own = duties[id]
  const paths = pathsTo(id, new Set(own.flatMap(({ by }) => by)))

  const escapes = (situation: Situation, path: readonly string[], completes: boolean) => {
    const history = historyOf(id, path, situation, completes)
    const findings = checkSystem(id, situation, history)
    const said = findings
      .filter(({ code }) => code === 'TY4201' || code === 'TY4211')
      .map(({ message }) => message.zh)
    const isLate = findings.some(({ code }) => code === 'TY4206')
    const last = path.at(-1) ?? ''
    return own
      .filter(({ by, when }) => by.includes(last) && (when?.(situation) ?? true))
      .filter(duty => !(duty.follows === true && isLate) && unasked(duty, said).length > 0)
      .map(duty => `${duty.article} ${path.join(' ')} ${JSON.stringify(situation)}`)
  }

  it('is without a finding while it lacks a paper that the text asks for, on the shortest ways in every case', () => {
    const found = shortest(paths).flatMap(path =>
      situations.flatMap(situation => [
        ...escapes(situation, path, false),
        ...(situation.mark === 'none' ? [] : escapes(situation, path, true)),
      ]),
    )
    expect(found.slice(0, 5)).toEqual([])
  })

  it(`is, whichever of all ${paths.length} ways and cases are drawn`, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.constantFrom(...situations),
        fc.boolean(),
        (path, situation, completes) => {
          expect(escapes(situation, path, completes)).toEqual([])
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('what is said to be opened in an emergency', () => {
  const situation: Situation = {
    origin: 'new',
    level: 3,
    pools: 'shared',
    mark: 'none',
    category: 'government-organ',
    important: false,
    adapted: true,
    load: 'steady',
  }
  const codes = (id: Jurisdiction, of: Situation, history: readonly HistoryEvent[]) =>
    new Set(checkSystem(id, of, history).map(({ code }) => code))

  it('XS-26: owes its papers by the day agreed, marked beside it or not', () => {
    const history = historyOf('xishuangbanna', ['emergency-approved'], situation, false)
    expect(codes('xishuangbanna', situation, history)).toContain('TY4206')
    expect(codes('xishuangbanna', { ...situation, mark: 'emergency' }, history)).toContain('TY4206')
  })

  it.each([
    ['an opening', ['submitted', 'accepted', 'approved']],
    ['an opening at once', ['emergency-approved']],
    ['a change', ['submitted', 'accepted', 'approved', 'change-submitted', 'change-approved']],
  ] as const)('XS-26: names the day agreed for %s', (_, path) => {
    const marked = { ...situation, mark: 'emergency' as const }
    const history = historyOf('xishuangbanna', path, marked, false).map(({ until, ...event }) => event)
    expect(codes('xishuangbanna', marked, history)).toContain('TY4204')
  })

  it('JQ-24: is asked for all papers, as long as nobody has decided that they may follow', () => {
    const history = historyOf('jiuquan', ['emergency-approved'], situation, false)
    const said = checkSystem('jiuquan', situation, history).map(({ message }) => message.zh)
    expect(said.filter(message => message.includes('《市政务云资源申请表》'))).toHaveLength(1)
  })
})

describe('annex 1 of Jiuquan', () => {
  it('JQ1-7, JQ1-14: asks nothing of counties, and no acceptance of what was migrated', () => {
    for (const situation of situations) {
      const path = ['submitted', 'approved', 'opened', 'delivered', 'tested', 'live']
      const said = checkSystem('jiuquan', situation, historyOf('jiuquan', path, situation, false))
      const asked = said.some(({ message }) => /《(?:竣工验收意见书|立项批复文件)》/.test(message.zh))
      expect(asked).toBe(situation.category !== 'county' && situation.origin === 'new')
    }
  })
})
