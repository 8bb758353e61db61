import type { Language } from '../../lib/finding/finding.ts'
import type { Model } from '../../lib/model/model.ts'
import type { Opening } from '../../lib/network/exposure.ts'
import { openingTerm } from '../../lib/term/index.ts'

/** Openings that stand by inheritance, a line each below one that says so; nothing where there are none. */
export function inheritedLines(
  model: Model,
  jurisdiction: string,
  openings: readonly Opening[],
  language: Language,
): readonly string[] {
  if (openings.length === 0) return []
  return [
    heading[language],
    ...openings.map(line => `    ${openingTerm(model, line, jurisdiction)[language]}`),
  ]
}

/** The same for programs: as the manifest writes them. */
export function plainOpenings(openings: readonly Opening[]) {
  return openings.map(({ path: _path, versions: _versions, peerText, ...line }) => ({
    peer: peerText,
    ...line,
  }))
}

const heading = {
  zh: '  沿用的访问规则（未经单独核定，只可收紧；下次核定资源时一并核定）：',
  en: '  open by inheritance (never granted; may only be narrowed until the next grant):',
} as const
