import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { Language, Text } from '../finding/finding.ts'
import { abilityTerm, inARow, paperTitle } from '../term/index.ts'
import { factTerm } from './facts.ts'
import type { UnmetRequirement } from './requirements.ts'
import { happeningTerm } from './signals.ts'

/** What a requirement still wants, in a line: 《变更申请》、受理. Empty where only a reason or a day is to be given. */
export function lackingInWords(
  profile: JurisdictionProfile,
  { papers, anyPaper, events, facts, provides }: UnmetRequirement,
  language: Language,
): string {
  const anyOf = anyPaper.map(paperTitle)
  return inARow([
    ...papers.map(type => same(paperTitle(type))),
    ...(anyOf.length === 0 ? [] : [{ zh: anyOf.join('或'), en: anyOf.join(' or ') }]),
    ...events.map(id => happeningTerm(profile, id)),
    ...facts.map(fact => factTerm(profile, fact)),
    ...provides.map(ability => abilityTerm(profile, ability)),
  ])[language]
}

function same(title: string): Text {
  return { zh: title, en: title }
}
