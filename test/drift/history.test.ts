import { describe, expect, it } from 'vitest'
import { driftIn } from '../../lib/drift/compare.ts'
import { historyIn, type Look, type SeenDrift, seenAfter } from '../../lib/drift/history.ts'
import { looked, type Otherwise, planSaying, recordedAs } from './looked.ts'

const stack = 'system_internet_xs_rsj_shebao'
const quota = 'openstack_compute_quotaset_v2.quota'
const raised: Otherwise = {
  plans: {
    [stack]: planSaying({
      address: quota,
      recorded: { cores: 4 },
      found: { cores: 8 },
      wanted: { cores: 4 },
    }),
  },
}
const leaked: Otherwise = { recorded: [recordedAs('system_internet_xs_rsj_old', 'leaked')] }
const stray: Otherwise = { unmanaged: [{ stack, kind: 'network', id: 'n', name: 'a' }] }

const [monday, tuesday, wednesday] = ['2026-11-23T18:30:00Z', '2026-11-24T18:30:00Z', '2026-11-25T18:30:00Z']

function look(otherwise: Otherwise, at: string, covers: Look['covers'] = () => true): Look {
  return { drifts: driftIn(looked(otherwise)), at, covers }
}

function kept(earlier: readonly SeenDrift[], next: Look): readonly SeenDrift[] {
  return historyIn(JSON.parse(JSON.stringify({ seen: seenAfter(earlier, next).history })))
}

const dates = (history: readonly SeenDrift[]) =>
  history.map(({ code, firstSeen, lastSeen, ended }) => [code, firstSeen, lastSeen, ended])

describe('the history of drift', () => {
  it('tells since when each has been seen, and when it was seen last', () => {
    const first = kept([], look(raised, monday))
    expect(dates(first)).toEqual([['TY6601', monday, monday, undefined]])
    const second = seenAfter(first, look({ ...raised, ...leaked }, tuesday))
    expect(dates(second.history)).toEqual([
      ['TY6601', monday, tuesday, undefined],
      ['TY6609', tuesday, tuesday, undefined],
    ])
    expect([...second.firstSeen.values()]).toEqual([monday, tuesday])
  })

  it('takes for over what a look covers and does not see, and begins anew when it is back', () => {
    const first = kept([], look(raised, monday))
    const over = seenAfter(first, look({}, tuesday))
    expect(dates(over.ended)).toEqual([['TY6601', monday, monday, tuesday]])
    expect(over.history).toEqual(over.ended)
    const again = kept(over.history, look(raised, wednesday))
    expect(dates(again)).toEqual([
      ['TY6601', wednesday, wednesday, undefined],
      ['TY6601', monday, monday, tuesday],
    ])
  })

  it('leaves as it is what a look does not cover', () => {
    const first = kept([], look(raised, monday))
    const other = seenAfter(
      first,
      look({}, tuesday, ({ stacks }) => !stacks.includes(stack)),
    )
    expect(other.ended).toEqual([])
    expect(other.history).toEqual(first)
  })

  it('keeps every place whole', () => {
    const { history } = seenAfter([], look({ ...leaked }, monday))
    expect(history.map(({ place }) => Object.keys(place))).toEqual([['stack']])
    const first = kept([], look({ ...raised, ...leaked, ...stray }, monday))
    expect(first.map(({ place }) => place)).toEqual([
      { stack, address: quota },
      { cloud: 'internet', object: { kind: 'network', id: 'n', name: 'a' } },
      { stack: 'system_internet_xs_rsj_old' },
    ])
    expect(first.map(({ stacks, opens }) => [stacks, opens])).toEqual([
      [[stack], false],
      [[stack], false],
      [['system_internet_xs_rsj_old'], false],
    ])
  })

  it('knows of no more than a thousand that are over, the latest', () => {
    const [entry] = kept([], look(raised, monday))
    const many = Array.from({ length: 1001 }, (_, index) => ({ ...entry, id: `${index}`, ended: monday }))
    const { history } = seenAfter(historyIn({ seen: many }), look({}, tuesday))
    expect([history.length, history[0]?.id]).toEqual([1000, '1'])
  })

  it.each<readonly [string, unknown]>([
    ['no file', undefined],
    ['another class', { seen: [{ ...sound(), class: 'other' }] }],
    ['no place', { seen: [{ ...sound(), place: {} }] }],
    ...['id', 'code', 'firstSeen', 'lastSeen'].map(
      key => [`no ${key}`, { seen: [{ ...sound(), [key]: 1 }] }] as const,
    ),
  ])('is empty where there is %s', (_title, value) => {
    expect(historyIn(value)).toEqual([])
  })

  it('takes in what is sound of an entry', () => {
    const odd = { ...sound(), stacks: [stack, 1], place: { cloud: 'internet', object: {} } }
    const [entry] = historyIn({ seen: [odd] })
    expect(entry?.stacks).toEqual([stack])
    expect(entry?.place).toEqual({ cloud: 'internet', object: { kind: '', id: '', name: '' } })
    const [whole] = historyIn({ seen: [sound()] })
    expect([Object.keys(whole ?? {}).includes('ended'), Object.keys(whole?.place ?? {})]).toEqual([
      false,
      ['stack'],
    ])
  })

  it('takes in what is sound', () => {
    const cloud = { ...sound(), opens: true, place: { cloud: 'internet' } }
    expect(historyIn({ seen: [sound(), cloud] })).toEqual([sound(), cloud])
  })
})

function sound() {
  return {
    id: 'a',
    class: 'quota',
    code: 'TY6601',
    opens: false,
    stacks: [stack],
    place: { stack },
    firstSeen: monday,
    lastSeen: monday,
  }
}
