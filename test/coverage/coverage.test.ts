import { describe, expect, it } from 'vitest'
import { codeDefinitions } from '../../lib/codes.ts'
import {
  type ArticleKind,
  type CoveredArticle,
  coverageOf,
  strayCitations,
} from '../../lib/coverage/index.ts'
import { exampleText, loaded } from '../example-repository.ts'

const { model } = loaded()
const rows = coverageOf(model, codeDefinitions)
const real = rows.filter(({ article }) => article.kinds.some(kind => kind !== 'org'))

/** What is left for delivery, isolation and money, by article: nothing may join this list unseen. */
const pending: Readonly<Record<string, readonly ArticleKind[]>> = {
  'DT-7': ['billing'],
  'DT-9': ['report'],
  'DT-13': ['guard'],
  'DT-14a': ['billing'],
  'DT-16': ['billing'],
  'DT-17': ['report'],
  'DT-26': ['billing'],
  'DT-27': ['report', 'guard'],
  'DT-29': ['billing', 'report'],
  'JQ-6': ['report'],
  'JQ-10.3': ['report'],
  'JQ-28': ['report'],
  'JQ-30': ['billing'],
  'NW-1.4': ['billing'],
  'NW-1.7': ['report'],
  'NW-2.3b': ['guard'],
  'NW-2.4a': ['billing'],
  'NW-2.6': ['billing'],
  'NW-3.1': ['report'],
  'NW-4.2': ['billing', 'report'],
  'NW-4.3': ['billing'],
  'NW-4.4': ['billing'],
  'NW-4.5': ['report', 'guard'],
  'XS-14b': ['report'],
  'XS-21.1': ['billing'],
  'XS-22.2': ['guard'],
  'XS-24': ['report'],
  'XS-25.1': ['report'],
  'XS-28': ['report', 'billing'],
  'XS-31.2': ['report'],
  'XS-39': ['report'],
  'ZJ-15': ['report'],
  'ZJ-19': ['report'],
  'ZJ-21': ['report'],
  'ZJ-22': ['report'],
  'ZJ-23': ['report'],
}

/** Kinds that the manifest, the profile and the papers settle by themselves. */
const settled: readonly ArticleKind[] = ['profile', 'validate', 'approval', 'clock', 'form']

describe('the coverage of the regulations', () => {
  it('counts the 136 articles that ask for something, of 143', () => {
    expect([rows.length, real.length]).toEqual([143, 136])
  })

  it('leaves pending what this list says, and nothing else', () => {
    const open = real.filter(row => row.pending.length > 0)
    expect(Object.fromEntries(open.map(row => [row.article.id, row.pending]))).toEqual(pending)
  })

  it.each(settled)('leaves no article of kind %s without a place that enforces it', kind => {
    expect(real.filter(row => row.pending.includes(kind)).map(row => row.article.id)).toEqual([])
  })

  it('has a test that names every article of those kinds', () => {
    const concerned = real.filter(({ article }) => article.kinds.some(kind => settled.includes(kind)))
    expect(concerned.filter(({ tests }) => tests.length === 0).map(({ article }) => article.id)).toEqual([])
    // This list of what is pending names articles too, and shows nothing of them.
    const elsewhere = concerned.filter(({ tests }) =>
      tests.every(({ file }) => file.startsWith('test/coverage/')),
    )
    expect(elsewhere.map(({ article }) => article.id)).toEqual([])
  })

  it('counts as tested what tests saw in all that it asks, and nothing that is pending', () => {
    const seen = (row: CoveredArticle) =>
      row.article.kinds.filter(kind => kind !== 'profile').every(kind => row.evidence[kind] !== undefined)
    const tested = real.filter(({ standing }) => standing === 'tested')
    expect(tested.length).toBeGreaterThan(0)
    expect(tested.filter(row => row.pending.length > 0 || !seen(row))).toEqual([])
    const isProfileAlone = ({ article }: CoveredArticle) => article.kinds.every(kind => kind === 'profile')
    const cited = real.filter(row => row.standing === 'cited' && !isProfileAlone(row))
    expect(cited.filter(seen)).toEqual([])
  })

  it('counts no article as tested in a profile that the tests did not run on', () => {
    const file = 'catalogue/jurisdictions/datong.yaml'
    const standings = (text: string) =>
      new Set(
        coverageOf(loaded(new Map([[file, text]])).model, codeDefinitions)
          .filter(({ jurisdiction }) => jurisdiction === 'datong')
          .map(({ standing }) => standing),
      )
    const own = exampleText(file)
    expect(standings(`${own}# 注释\n`)).toContain('tested')
    expect(standings(own.replace('working: 2', 'working: 3'))).not.toContain('tested')
  })

  it('counts on the day before a decision and on any other what the tests saw', () => {
    const on = (day: string) => coverageOf(loaded(new Map(), day).model, codeDefinitions)
    const standings = rows.map(({ article, standing }) => [article.id, standing])
    for (const day of ['2023-04-09', '2023-04-10', '2030-01-01'])
      expect(on(day).map(({ article, standing }) => [article.id, standing])).toEqual(standings)
  })

  it('cites no article that no regulation has', () => {
    expect(strayCitations(model, codeDefinitions).map(({ article, label }) => `${article} ${label}`)).toEqual(
      [],
    )
  })
})
