import { describe, expect, it } from 'vitest'
import { articleFor, sharedArticle } from '../../lib/check/article.ts'
import { loaded } from '../example-repository.ts'
import { changedFiles } from './rule-table.ts'
import { datong, jiuquan } from './rules/files.ts'

const said = { zh: '', en: '' }
const code = { code: 'TY3507', severity: 'error', title: said, why: said } as const
const cites = (...articles: readonly string[]) => ({ ...code, articles })

describe('the article of a code', () => {
  const { model } = loaded()

  it('is for each jurisdiction the one of its own regulation', () => {
    const both = cites('DT-5', 'JQ-7', 'JQ-8')
    expect(articleFor(both, model, 'datong')).toBe('DT-5')
    expect(articleFor(both, model, 'jiuquan')).toBe('JQ-7')
  })

  it('is none where the regulation is silent, or nobody knows the jurisdiction', () => {
    expect(articleFor(cites('DT-5'), model, 'jiuquan')).toBeUndefined()
    expect(articleFor(cites('DT-5'), model, 'elsewhere')).toBeUndefined()
    expect(articleFor(code, model, 'datong')).toBeUndefined()
  })

  it('is for what all share the first that binds anybody who is there', () => {
    const withoutDatong = loaded(changedFiles([[datong, '', undefined]])).model
    const neither = loaded(
      changedFiles([
        [datong, '', undefined],
        [jiuquan, '', undefined],
      ]),
    ).model
    const found = [model, withoutDatong, neither].map(one => sharedArticle(cites('DT-5', 'JQ-7'), one))
    expect(found).toEqual(['DT-5', 'JQ-7', undefined])
    expect(sharedArticle(code, model)).toBeUndefined()
  })
})
