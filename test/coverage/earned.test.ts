import { expect, it } from 'vitest'
import { loaded } from '../example-repository.ts'
import { lacking, late, made, recordOf, refused, refusedChange, synthesised } from './earned.ts'

const { model } = loaded()
const all = [...refused, ...refusedChange, ...lacking, ...synthesised, ...late(model), ...made]

it('the record of what is tested says what the tests see now', async () => {
  const text = `${JSON.stringify(recordOf(model, all), null, 2)}\n`
  await expect(text).toMatchFileSnapshot('../../lib/coverage/tested.json')
})

it('nothing is seen of an article that no profile has', () => {
  const profiles = [...model.catalogue.jurisdictions.values()]
  const known = new Set(profiles.flatMap(({ value }) => (value.articles ?? []).map(({ id }) => id)))
  expect(all.filter(({ article }) => !known.has(article))).toEqual([])
})
