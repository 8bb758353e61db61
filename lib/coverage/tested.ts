import { createHash } from 'node:crypto'
import { canonicalJson } from '../desired-state/canonical-json.ts'
import type { CatalogueProfile } from '../model/model.ts'
import type { ArticleKind } from './place.ts'
import record from './tested.json' with { type: 'json' }

/** By kind, what a test saw once what the article asks was taken away: codes, a deadline missed, or the thing done. */
export type Evidence = Readonly<Partial<Record<ArticleKind, readonly string[]>>>

/** What the tests hold of the regulations that come with the tool; they write it, and fail where it is out of date. */
export interface TestedRecord {
  /** By jurisdiction, the digest of the profile that the tests ran on. */
  readonly profiles: Readonly<Record<string, string>>
  readonly articles: Readonly<Record<string, Evidence>>
}

const tested: TestedRecord = record

/**
 * Tells two profiles apart by what they say; comments, order and layout don't count, nor does the day on which they are
 * looked at: a decision is written down whether it holds by then or not.
 */
export function profileDigest({ written }: CatalogueProfile): string {
  return createHash('sha256').update(canonicalJson(written)).digest('hex')
}

/** Whether the tests ran on this very profile. What was shown of another says nothing of it. */
export function isTestedProfile(profile: CatalogueProfile): boolean {
  return tested.profiles[profile.written.metadata.id] === profileDigest(profile)
}

/** What the tests saw of an article of a profile on which they ran. */
export function evidenceFor(article: string): Evidence {
  return tested.articles[article] ?? {}
}
