import type { Language } from '../../lib/finding/finding.ts'
import type { Opening } from '../../lib/network/exposure.ts'
import { openingInWords } from '../../lib/network/opening-words.ts'

/** Openings that stand by inheritance, a line each below one that says so; nothing where there are none. */
export function inheritedLines(openings: readonly Opening[], language: Language): readonly string[] {
  if (openings.length === 0) return []
  return [heading[language], ...openings.map(line => `    ${openingInWords(line)[language]}`)]
}

/** The same for programs: as the manifest writes them. */
export function plainOpenings(openings: readonly Opening[]) {
  return openings.map(({ path: _path, versions: _versions, peerText, ...line }) => ({
    peer: peerText,
    ...line,
  }))
}

const heading = {
  zh: '  沿用的访问规则（未经单独授予，只可收紧；下次授予时核定）：',
  en: '  open by inheritance (never granted; may only be narrowed until the next grant):',
} as const
