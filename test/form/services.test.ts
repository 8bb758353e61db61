import { describe, expect, it } from 'vitest'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { changedServices, grantedServices, itemName, itemUnit, termText } from '../../lib/form/services.ts'
import type { SystemSubject } from '../../lib/form/subject.ts'
import { caseOf } from '../../lib/profile/case.ts'
import { item, modelOf, system } from '../desired-state/model.ts'
import { granting, regulation } from '../entitlement/regulation.ts'

/** A system that asks for so many of an item, after a history. */
function subjectOf(asked: number, history: readonly HistoryEvent[]): SystemSubject {
  const zones = { internet: { services: [{ item: 'a', quantity: asked }] } }
  const model = modelOf({ systems: [system('lantian/unit/menhu', { zones, history })] })
  const [first] = model.systems
  if (first === undefined) throw new Error('no system')
  return { system: first, history, case: caseOf(model, regulation, first, 0), stage: undefined }
}

const [first, second, third] = [
  granting('approved', '2026-01-01', 1),
  granting('changed', '2026-02-01', 2),
  granting('changed', '2026-03-01', 3),
]

describe('the change that a form is about', () => {
  it.each([
    ['what is asked for, while nothing is granted', 1, [], [0, 1], true],
    ['what is asked for beyond the last grant', 9, [first, second, third], [3, 9], true],
    ['the last step, where no more is asked for', 3, [first, second, third], [2, 3], true],
    ['nothing yet, after a single grant', 1, [first], [1, 1], false],
    ['nothing, where the last grant repeats the one before', 1, [first, first], [1, 1], false],
  ] as const)('is %s', (_title, asked, history, [before, after], differ) => {
    const changed = changedServices(subjectOf(asked, history))
    expect(changed.lines).toMatchObject([{ item: 'a', before, after }])
    expect(changed.differ).toBe(differ)
  })

  it('starts from the last grant', () => {
    expect(grantedServices(subjectOf(9, [first, second]))).toMatchObject([{ item: 'a', quantity: 2 }])
    expect(grantedServices(subjectOf(9, []))).toEqual([])
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
