import { describe, expect, it } from 'vitest'
import { rulings } from '../../lib/check/index.ts'
import { loaded } from '../example-repository.ts'
import { changedFiles } from './rule-table.ts'
import { xishuangbanna } from './rules/files.ts'

// What lapses is held by the changes that rest on it: see test/change/cases/lapses.ts.
describe('what has lapsed for a system', () => {
  const late = '2040-01-01'
  const lapsed = (model: ReturnType<typeof loaded>['model']) =>
    model.systems
      .filter(({ value }) => value.metadata.jurisdiction === 'xishuangbanna')
      .flatMap(system => rulings.lapsesOf(model, system, late))

  it('is nothing where nobody knows its regulation', () => {
    expect(lapsed(loaded().model)).not.toEqual([])
    expect(lapsed(loaded(changedFiles([[xishuangbanna, '', undefined]])).model)).toEqual([])
  })
})
