import { describe, expect, it } from 'vitest'
import { rulings } from '../../lib/check/index.ts'
import type { Model } from '../../lib/model/model.ts'
import { loaded } from '../example-repository.ts'

// What lapses is held by the changes that rest on it: see test/change/cases/lapses.ts.
describe('what has lapsed for a system', () => {
  const late = '2040-01-01'
  const { model } = loaded()
  const own = model.systems.filter(({ value }) => value.metadata.jurisdiction === 'xishuangbanna')
  const lapsed = (known: Model) => own.map(system => rulings.lapsesOf(known, system, late).length > 0)

  it('is nothing where nobody knows its regulation', () => {
    const jurisdictions = new Map(model.catalogue.jurisdictions)
    jurisdictions.delete('xishuangbanna')
    expect(lapsed(model)).toContain(true)
    expect(lapsed({ ...model, catalogue: { ...model.catalogue, jurisdictions } })).not.toContain(true)
  })
})
