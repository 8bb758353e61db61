import { describe, expect, it } from 'vitest'
import { loaded } from '../example-repository.ts'
import { deeds } from './deeds.ts'

describe('what the articles ask of the clouds', () => {
  it.each(deeds.map(({ article, title, see }) => [article, title, see] as const))(
    '%s: %s',
    (_article, _title, see) => {
      see()
    },
  )

  it('is seen of articles that a profile has', () => {
    const profiles = [...loaded().model.catalogue.jurisdictions.values()]
    const known = profiles.flatMap(({ value }) => (value.articles ?? []).map(({ id }) => id))
    expect(deeds.map(({ article }) => article).filter(article => !known.includes(article))).toEqual([])
  })
})
