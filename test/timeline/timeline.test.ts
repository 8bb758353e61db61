import { describe, expect, it } from 'vitest'
import type { HistoryEvent } from '../../generated/types/system.ts'
import type { LogEntry, ReadRecord } from '../../lib/evidence/index.ts'
import { timelineOf } from '../../lib/timeline/index.ts'
import { regulation, single } from '../profile/regulation.ts'

const services = (quantity: number, item = 'ecs.small') => ({ services: [{ item, quantity }] })
const ingress = [{ from: 'internet', protocol: 'tcp', ports: [443] }] as const

const life: readonly HistoryEvent[] = [
  { event: 'submitted', on: '2026-03-02' },
  { event: 'approved', on: '2026-03-04', source: { paper: '蓝政函1号' }, grants: { internet: services(2) } },
  { event: 'papers-completed', on: '2026-03-05', source: { paper: '蓝政函2号' } },
  { event: 'change-submitted', on: '2026-04-01', source: { forge: 'gitea', change: 3 } },
  {
    event: 'change-approved',
    on: '2026-04-03',
    source: { commit: 'a'.repeat(40) },
    grants: { internet: { ...services(5), ingress: [...ingress] }, extranet: services(1) },
  },
  { event: 'submitted', on: '2026-04-04' },
  { event: 'closed', on: '2026-05-01' },
]

const timeline = (history: readonly HistoryEvent[], asOf = '2026-06-01', log: readonly LogEntry[] = []) => {
  const { model, system } = single({ history }, { asOf })
  return timelineOf(model, regulation, system, log)
}

describe('the life of a system', () => {
  it('is its states, each with the event that led there and the day on which another began', () => {
    expect(timeline(life).spells).toEqual([
      { state: 'submitted', from: '2026-03-02', to: '2026-03-04', event: 'submitted' },
      { state: 'live', from: '2026-03-04', to: '2026-04-01', event: 'approved' },
      { state: 'changing', from: '2026-04-01', to: '2026-04-03', event: 'change-submitted' },
      { state: 'live', from: '2026-04-03', to: '2026-05-01', event: 'change-approved' },
      { state: 'gone', from: '2026-05-01', to: undefined, event: 'closed' },
    ])
    expect(timeline(life, '2026-03-04').spells.at(-1)).toEqual({
      state: 'live',
      from: '2026-03-04',
      to: undefined,
      event: 'approved',
    })
    expect(timeline(life, '2026-03-01')).toMatchObject({ spells: [], events: [] })
  })

  it('tells by what each event is known, which are decisions, and which do not fit', () => {
    expect(timeline(life).events.map(one => [one.ground, one.isDecision, one.isMisfit])).toEqual([
      ['manifest', false, false],
      ['paper', true, false],
      ['paper', false, false],
      ['forge', false, false],
      ['commit', true, false],
      ['manifest', false, true],
      ['manifest', false, false],
    ])
  })

  it('says what each grant changes of the one before, and what an end takes away', () => {
    const changes = timeline(life).events.map(one => one.changes.map(({ en }) => en))
    expect(changes).toEqual([
      [],
      ['zone: ecs.small (ecs.small) 0 → 2'],
      [],
      [],
      [
        'zone: ecs.small (ecs.small) 0 → 1',
        'zone: ecs.small (ecs.small) 2 → 5',
        'opened: zone, ingress (internet tcp 443)',
      ],
      [],
      [
        'zone: ecs.small (ecs.small) 1 → 0',
        'zone: ecs.small (ecs.small) 5 → 0',
        'closed: zone, ingress (internet tcp 443)',
      ],
    ])
  })

  it('names who decided by the record, for this system alone, and what went round the approval', () => {
    const pinpoint = { commit: 'c'.repeat(40), tree: 'd'.repeat(40) }
    const by = (person: string) => [
      { id: 'a', article: null, need: 1, by: [{ review: '1', person, at: '' }] },
    ]
    const part = (system: string, person: string): ReadRecord['parts'][number] => ({
      jurisdiction: 'lantian',
      unit: 'zhengban',
      system,
      kind: 'request',
      article: null,
      status: 'approved',
      steps: by(person),
      refusals: [],
      ignored: [],
    })
    const record = (number: number, more: Partial<ReadRecord> = {}): ReadRecord => ({
      number,
      previous: null,
      recordedAt: '2026-03-04T00:00:00.000Z',
      tool: '0.1.0',
      forge: 'https://git.example',
      facts: undefined,
      statements: [],
      contents: undefined,
      repository: 1,
      target: 'main',
      base: pinpoint,
      merge: pinpoint,
      status: 'approved',
      objections: [],
      parts: [],
      day: '2026-03-04',
      digest: '',
      accounts: undefined,
      ratifies: [],
      change: 7,
      evidenceFrom: null,
      answers: [],
      ...more,
    })
    const about = (of: ReadRecord, addresses: readonly string[], verdict: LogEntry['verdict']): LogEntry => {
      return { record: of, verdict, ratifiedBy: undefined, addresses }
    }
    const { model, system } = single({ history: life.slice(0, 2) })
    const decided = {
      ...system,
      document: {
        ...system.document,
        recordOf: (index: number) =>
          index === 1 ? { number: 1, file: 'evidence/2026/000001.json' } : undefined,
      },
    }
    const parts = [part(system.address, 'P-3'), part('lantian/zhengban/other', 'P-4')]
    const { events, bypasses } = timelineOf(model, regulation, decided, [
      about(record(3), [system.address], 'ratified'),
      about(record(2), [system.address], 'unapproved'),
      about(record(4), ['lantian/zhengban/other'], 'unapproved'),
      about(record(1, { parts }), [system.address], 'approved'),
    ])
    expect(events.map(one => [one.ground, one.entry?.record.number, one.people])).toEqual([
      ['manifest', undefined, []],
      ['record', 1, ['P-3']],
    ])
    expect(bypasses.map(one => one.record.number)).toEqual([2, 3])
  })
})
