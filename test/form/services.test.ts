import { describe, expect, it } from 'vitest'
import type { HistoryEvent, SystemManifest } from '../../generated/types/system.ts'
import { caseSubject } from '../../lib/form/case/index.ts'
import { changedServices, grantedServices, itemName, itemUnit, termText } from '../../lib/form/services.ts'
import { item, modelOf, system } from '../desired-state/model.ts'
import { granting, regulation } from '../entitlement/regulation.ts'

const stages = { asked: '变更' }

/** The case of a change of a system that asks for so many of an item, after a history. */
function caseWith(asked: number, history: readonly HistoryEvent[], earlier: readonly SystemManifest[] = []) {
  return caseSubject(regulation, { stages }, { now: manifestWith(asked, history), earlier }, history)
}

function manifestWith(asked: number, history: readonly HistoryEvent[]): SystemManifest {
  const zones = { internet: { services: [{ item: 'a', quantity: asked }] } }
  return system('lantian/unit/menhu', { zones, history })
}

function asking(event: string, on: string, quantity?: number): HistoryEvent {
  const asks = { zones: { internet: { services: [{ item: 'a', quantity: quantity ?? 0 }] } } }
  return { event, on, ...(quantity === undefined ? {} : { asks }) }
}

const first = [asking('submitted', '2025-12-01', 1), granting('approved', '2026-01-01', 1)]
const opened = { event: 'opened', on: '2026-01-02' }
const second = [...first, opened, asking('asked', '2026-02-01'), granting('changed', '2026-02-03', 2)]
const third = [...second, asking('asked', '2026-03-01', 4), granting('changed', '2026-03-03', 3)]

describe('the change that a form is about', () => {
  it.each([
    [
      'what is asked for beyond the last grant, before the request is written down',
      9,
      [...first, opened],
      [1, 9],
    ],
    ['nothing yet, while no more is asked for', 1, [...first, opened], [1, 1]],
    ['what a waiting request asks for', 5, [...first, opened, asking('asked', '2026-02-01')], [1, 5]],
    ['what the last request asked for, after its answer too', 2, second, [1, 2]],
    ['what was recorded with the request, where less was granted', 3, third, [2, 4]],
    ['the new request, where more is asked for than any before', 9, third, [3, 9]],
  ] as const)('is %s', (_title, asked, history, [before, after]) => {
    const changed = changedServices(caseWith(asked, history))
    expect(changed.lines).toMatchObject([{ item: 'a', before, after }])
    expect(changed.differ).toBe(before !== after)
  })

  it('is what the manifest had when the request was made, where a later one has taken its place', () => {
    const upTo = third.slice(0, 5)
    const subject = (earlier: readonly SystemManifest[]) =>
      caseSubject(regulation, { stages }, { now: manifestWith(4, third), earlier }, upTo)
    expect(changedServices(subject([])).differ).toBe(false)
    expect(subject([])).toMatchObject({ asked: undefined, isRequest: true, isOfThen: false })
    const then = manifestWith(2, second.slice(0, 4))
    expect(changedServices(subject([manifestWith(4, third), then])).lines).toMatchObject([
      { before: 1, after: 2 },
    ])
    expect(subject([then])).toMatchObject({ asked: { isRecorded: true }, isOfThen: true })
  })

  it('is what was asked for until the answer, whatever the manifest was made to say by it', () => {
    expect(caseWith(2, second)).toMatchObject({ asked: { isRecorded: false }, isOfThen: false })
    const [answered, waiting] = [manifestWith(2, second), manifestWith(7, second.slice(0, 4))]
    const subject = caseWith(2, second, [answered, waiting])
    expect(subject).toMatchObject({ asked: { isRecorded: true }, isOfThen: true })
    expect(changedServices(subject).lines).toMatchObject([{ before: 1, after: 7 }])
  })

  it('starts from the last grant before its case', () => {
    expect(caseWith(9, third.slice(0, 6)).before).toBe(third[4])
    expect(grantedServices(caseWith(9, first))).toMatchObject([{ item: 'a', quantity: 1 }])
    expect(grantedServices(caseWith(9, first.slice(0, 1)))).toEqual([])
  })
})

describe('a line of a form', () => {
  it.each([
    [{}, undefined],
    [{ from: '2026-07-01' }, '自2026年7月1日起'],
    [{ to: '2026-08-31' }, '至2026年8月31日'],
    [{ from: '2026-07-01', to: '2026-08-31' }, '2026年7月1日至2026年8月31日'],
  ])('with the days %o says its term as %s', (term, text) => {
    expect(termText(term)).toBe(text)
  })

  it('names an item that the catalogue does not have by its id, and counts it in nothing', () => {
    const model = modelOf({ systems: [], items: [item('a', { by: 'manual' })] })
    expect([itemName(model, 'a'), itemUnit(model, 'a')]).toEqual(['a', '个'])
    expect([itemName(model, 'b'), itemUnit(model, 'b')]).toEqual(['b', ''])
  })
})
