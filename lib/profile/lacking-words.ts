import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { Language } from '../finding/finding.ts'
import { entryOf } from '../model/entry.ts'
import { wordName } from '../vocabulary/index.ts'
import { factName } from './facts.ts'
import type { UnmetRequirement } from './requirements.ts'
import { signalName } from './signals.ts'

const joints = {
  zh: { and: '、', or: '或' },
  en: { and: ', ', or: ' or ' },
} as const satisfies Readonly<Record<Language, unknown>>

/** What a requirement still wants, in a line: 《变更申请》、受理. Empty where only a reason or a day is to be given. */
export function lackingInWords(
  profile: JurisdictionProfile,
  { papers, anyPaper, events, facts, provides }: UnmetRequirement,
  language: Language,
): string {
  const { and, or } = joints[language]
  return [
    ...papers.map(paperTitle),
    ...(anyPaper.length === 0 ? [] : [anyPaper.map(paperTitle).join(or)]),
    ...events.map(id => entryOf(profile.lifecycle.events, id)?.name ?? signalName(profile, id) ?? id),
    ...facts.map(fact => factName(profile, fact).trim()),
    ...provides.map(ability => wordName(profile, 'abilities', ability)),
  ].join(and)
}

function paperTitle(type: string): string {
  return `《${type}》`
}
