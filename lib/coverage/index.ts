export { type CoveredArticle, coverageOf, strayCitations } from './coverage.ts'
export type { ArticleKind, Place } from './place.ts'
