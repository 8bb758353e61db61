import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  composedDocument,
  composedHistory,
  decisionsOf,
  type ReadRecord,
  type RecordedAnswer,
  recordedDay,
} from '../../lib/evidence/index.ts'
import { parseDocument } from '../../lib/read/index.ts'

interface Written {
  readonly event: string
  readonly on: string
}

const day = (number: number) => `2026-11-${`${number}`.padStart(2, '0')}`
const history = fc
  .array(fc.constantFrom('submitted', 'opened', 'live'), { minLength: 1, maxLength: 6 })
  .map(events => events.map((event, index): Written => ({ event, on: day(index + 1) })))

function answerTo(
  written: readonly Written[],
  index: number,
  length: number,
  number: number,
): RecordedAnswer {
  const { event = '', on = '' } = written[index] ?? {}
  return {
    schema: 'tenantry-grant/v1',
    system: 'a/b/c',
    written: length,
    request: { index, event, on },
    events: [{ event: `decided-${number}`, on: day(20) }],
    record: { number, file: `evidence/2026/00000${number}.json` },
  }
}

/** A history, and answers to some of its events as they came one after the other. */
const answered = history.chain(written =>
  fc.uniqueArray(fc.nat({ max: written.length - 1 }), { maxLength: 4 }).map(indexes => ({
    written,
    answers: indexes.sort().map((index, at) => answerTo(written, index, index + 1, at + 1)),
  })),
)

const eventsOf = (...of: Parameters<typeof composedHistory>) => composedHistory(...of).map(one => one.event)

describe('a composed history', () => {
  it('is what people wrote where nothing was decided', () => {
    fc.assert(
      fc.property(history, written => {
        expect(eventsOf(written, [])).toEqual(written)
      }),
    )
  })

  it('keeps what people wrote, in its order, with each decision once', () => {
    fc.assert(
      fc.property(answered, ({ written, answers }) => {
        const composed = composedHistory(written, answers)
        expect(composed.flatMap(one => ('written' in one ? [one.event] : []))).toEqual(written)
        expect(composed.length).toBe(written.length + answers.length)
      }),
    )
  })

  it('is the same whatever order the answers come in, and however often', () => {
    fc.assert(
      fc.property(answered, ({ written, answers }) => {
        const once = composedHistory(written, answers)
        expect(composedHistory(written, answers.toReversed())).toEqual(once)
        expect(composedHistory(written, [...answers, ...answers])).toEqual(once)
      }),
    )
  })

  it('moves nothing when more is written behind it', () => {
    fc.assert(
      fc.property(answered, history, ({ written, answers }, more) => {
        const longer = composedHistory([...written, ...more], answers)
        const before = composedHistory(written, answers)
        expect(longer.slice(0, before.length)).toEqual(before)
      }),
    )
  })

  it('has no decision whose request is gone, is another, or was written since', () => {
    fc.assert(
      fc.property(history, fc.nat({ max: 5 }), (written, at) => {
        const index = at % written.length
        const answer = answerTo(written, index, written.length, 1)
        const { request } = answer
        const others: readonly RecordedAnswer[] = [
          { ...answer, request: { ...request, index: written.length } },
          { ...answer, request: { ...request, on: day(30) } },
          { ...answer, request: { ...request, event: 'exit-submitted' } },
          { ...answer, written: written.length + 1 },
          { ...answer, written: index },
        ]
        for (const other of others) expect(eventsOf(written, [other])).toEqual(written)
        expect(eventsOf(written, [answer])).not.toEqual(written)
      }),
    )
  })

  it('has one answer to a request, which is the first', () => {
    const written = [{ event: 'submitted', on: day(1) }]
    const answers = [answerTo(written, 0, 1, 2), answerTo(written, 0, 1, 1)]
    expect(eventsOf(written, answers).at(-1)).toMatchObject({ event: 'decided-1' })
  })
})

describe('a manifest with a composed history', () => {
  const text = 'history:\n  - { event: submitted, on: 2026-11-01 }\n  - { event: opened, on: 2026-11-03 }\n'
  const { document } = parseDocument('tenants/a/b/c.yaml', 'system', Buffer.from(text))
  const answer = answerTo([{ event: 'submitted', on: day(1) }], 0, 1, 7)

  it('places a decided event at its record and every other where it is written', () => {
    if (document === undefined) throw new Error('no document')
    const composed = composedDocument(document, [answer])
    const places = [0, 1, 2].map(index => {
      const { file, range } = composed.at(['history', index, 'event'])
      return [file, range.start.line]
    })
    expect(places).toEqual([
      [document.file, 2],
      ['evidence/2026/000007.json', 1],
      [document.file, 3],
    ])
    expect([0, 1, 2].map(index => composed.recordOf?.(index)?.number)).toEqual([undefined, 7, undefined])
    expect(composed.value).toMatchObject({ history: [{}, { event: 'decided-7' }, { event: 'opened' }] })
  })
})

describe('what records decide', () => {
  const { record: _, ...plain } = answerTo([{ event: 'submitted', on: day(1) }], 0, 1, 1)
  const pinpoint = { commit: 'a'.repeat(40), tree: 'a'.repeat(40) }
  const record = (more: Partial<ReadRecord>): ReadRecord => ({
    number: 1,
    previous: null,
    recordedAt: '2026-11-20T00:00:00.000Z',
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
    day: '2026-11-20',
    digest: '',
    accounts: undefined,
    ratifies: [],
    change: 7,
    evidenceFrom: null,
    answers: [plain],
    ...more,
  })

  it('is kept by system, with the record', () => {
    const { number, answers } = decisionsOf([record({})])
    expect([number, [...answers.keys()]]).toEqual([1, ['a/b/c']])
    expect(answers.get('a/b/c')?.[0]?.record).toEqual({ number: 1, file: 'evidence/2026/000001.json' })
  })

  it.each([
    ['that of the records', ['2026-11-20'], '2026-11-20'],
    ['another while it has not come', ['2026-11-30', '2026-12-01'], '2026-12-01'],
    ['none where it is called off before it comes', ['2026-11-30', null], undefined],
    [
      'the same once it has come, whatever later records say',
      ['2026-11-21', '2026-12-01', null],
      '2026-11-21',
    ],
    ['what is set after all', [null, '2026-11-30'], '2026-11-30'],
  ] as const)('begins on a day that is %s', (_title, days, wanted) => {
    const records = days.map((evidenceFrom, index) => ({
      recordedAt: `2026-11-2${index + 1}T00:00:00.000Z`,
      evidenceFrom,
    }))
    expect(recordedDay(records)).toBe(wanted)
  })

  it('came past the policy as long as no approval ratifies it', () => {
    const past = [record({ status: 'unapproved' }), record({ number: 2, status: 'unapproved' })]
    const bypasses = (...more: readonly Partial<ReadRecord>[]) =>
      decisionsOf([...past, ...more.map(record)]).bypasses.map(stretch => stretch.record.number)
    expect(bypasses()).toEqual([1, 2])
    expect(bypasses({ number: 3, ratifies: [1] })).toEqual([2])
    expect(bypasses({ number: 3, ratifies: [2] }, { number: 4, ratifies: [1, 3] })).toEqual([])
    expect(
      bypasses({ number: 3, ratifies: [9] }, { number: 4, status: 'unapproved', ratifies: [1] }),
    ).toEqual([1, 2, 4])
    const { stretches } = decisionsOf([...past, record({ number: 3, ratifies: [1] })])
    expect(stretches.map(({ isApproved }) => isApproved)).toEqual([true, false, true])
  })

  it('is nothing where the record says that nobody approved', () => {
    expect(decisionsOf([record({ status: 'unapproved' })]).answers.size).toBe(0)
  })
})
