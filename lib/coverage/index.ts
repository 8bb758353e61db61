export { type CoveredArticle, coverageOf, type Standing, strayCitations } from './coverage.ts'
export type { ArticleKind, Place } from './place.ts'
export { type Evidence, isTestedProfile, profileDigest, type TestedRecord } from './tested.ts'
