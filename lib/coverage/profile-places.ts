import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { DataPath } from '../finding/finding.ts'
import type { Sourced } from '../model/model.ts'
import type { ArticleKind, Place } from './place.ts'

/** What the fields of a profile do about the articles that they cite, by the field's first key. */
const served: Readonly<Record<string, readonly ArticleKind[]>> = {
  approvals: ['profile', 'approval'],
  beliefs: ['profile', 'synth'],
  deadlines: ['profile', 'clock'],
  routines: ['profile', 'clock'],
  signals: ['profile', 'clock', 'validate'],
  requirements: ['profile', 'validate'],
  prohibitions: ['profile', 'validate', 'clock'],
  lifecycle: ['profile', 'validate'],
  terms: ['profile', 'validate', 'clock'],
  scope: ['profile', 'validate'],
  mlps: ['profile', 'validate', 'clock'],
  cryptography: ['profile', 'validate', 'clock'],
  contacts: ['profile', 'validate'],
  budget: ['profile', 'validate'],
  largeRequest: ['profile', 'validate'],
  emergency: ['profile', 'validate'],
  catalogueReview: ['profile', 'validate'],
  platformAssessments: ['profile', 'validate'],
  centres: ['profile', 'validate'],
  domesticPreferred: ['profile', 'validate'],
  regulation: ['profile', 'validate'],
}

/** Every citation in a profile but its own list of articles. */
export function profilePlaces(profile: Sourced<JurisdictionProfile>): readonly Place[] {
  const approving = approvingRoles(profile.value)
  const { articles: _, ...fields } = profile.value
  return [...citations(fields, [])].map(({ article, path }) => ({
    article,
    kinds: kindsOf(path, approving),
    label: labelOf(path),
    file: profile.document.file,
  }))
}

function kindsOf([first, second]: DataPath, approving: ReadonlySet<string>): readonly ArticleKind[] {
  // A role does something about approvals when a step asks for it.
  if (first === 'roles') return approving.has(String(second)) ? ['profile', 'approval'] : ['profile']
  if (first === 'billing' && second === 'feeStandardBy') return ['profile', 'approval']
  return served[String(first)] ?? ['profile']
}

function approvingRoles(profile: JurisdictionProfile): ReadonlySet<string> {
  return new Set((profile.approvals ?? []).flatMap(policy => policy.steps.flatMap(step => step.roles)))
}

function* citations(
  value: unknown,
  path: DataPath,
): Generator<{ readonly article: string; readonly path: DataPath }> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, member] of Object.entries(value)) {
    const cites = key === 'article' || key === 'validityArticle'
    if (cites && typeof member === 'string') yield { article: member, path }
    else if (key === 'articles' && Array.isArray(member))
      for (const article of member) yield { article: String(article), path }
    else yield* citations(member, [...path, Array.isArray(value) ? Number(key) : key])
  }
}

function labelOf(path: DataPath): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('')
}
