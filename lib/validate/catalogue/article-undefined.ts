import type { DataPath } from '../../finding/finding.ts'
import { finding } from '../../finding/finding.ts'
import { eachMember } from './members.ts'
import type { CatalogueRule } from './rule.ts'

export const articleUndefined: CatalogueRule<'jurisdiction'> = {
  code: 'TY2207',
  severity: 'error',
  title: { zh: '引用的条款不在条款表中', en: 'an article that the list of articles does not have' },
  why: {
    zh: '每个字段都须注明依据的条款，条款须列在 articles 中。请改正条款标识，或补列该条款。',
    en: 'Every field cites its article, and every article is listed. Correct the id, or list the article.',
  },
  *check(document) {
    const { articles, ...fields } = document.value
    if (articles === undefined) return
    const known = new Set(articles.map(article => article.id))
    for (const { path, article } of citations(fields)) {
      if (known.has(article)) continue
      yield finding(articleUndefined, document.at(path), {
        message: { zh: `条款表中没有 ${article}`, en: `the list of articles has no ${article}` },
      })
    }
  },
}

interface Citation {
  readonly path: DataPath
  readonly article: string
}

function citations(value: unknown): readonly Citation[] {
  const found: Citation[] = []
  eachMember(value, (key, member, path) => {
    if ((key === 'article' || key === 'validityArticle') && typeof member === 'string') {
      found.push({ path: [...path], article: member })
      return false
    }
    if (key !== 'articles' || !Array.isArray(member)) return true
    found.push(...member.map((article, index) => ({ path: [...path, index], article: String(article) })))
    return false
  })
  return found
}
