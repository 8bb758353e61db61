import { expect, it } from 'vitest'
import { loaded } from '../example-repository.ts'
import { late, made, recordOf, refused, refusedChange, synthesised } from './earned.ts'

const { model } = loaded()

it('the record of what is tested says what the tests see now', async () => {
  const record = recordOf(model, [...refused, ...refusedChange, ...synthesised, ...late(model), ...made])
  await expect(`${JSON.stringify(record, null, 2)}\n`).toMatchFileSnapshot('../../lib/coverage/tested.json')
})

it('nothing is seen of an article that no profile has', () => {
  const profiles = [...model.catalogue.jurisdictions.values()]
  const known = new Set(profiles.flatMap(({ value }) => (value.articles ?? []).map(({ id }) => id)))
  const all = [...refused, ...refusedChange, ...synthesised, ...late(model), ...made]
  expect(all.filter(({ article }) => !known.has(article))).toEqual([])
})
