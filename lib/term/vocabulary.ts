import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { Text } from '../finding/finding.ts'
import { type VocabularyName, wordName } from '../vocabulary/index.ts'
import { idInWords } from './words.ts'

/** A word of a vocabulary, as the regulation names it: `公益二类事业单位`, `public institution 2`. */
export function wordTerm(
  profile: JurisdictionProfile | undefined,
  vocabulary: VocabularyName,
  id: string,
): Text {
  const name = wordName(profile, vocabulary, id)
  return { zh: name === id ? `“${id}”` : name, en: /^[\x20-\x7e]+$/.test(id) ? idInWords(id) : `“${id}”` }
}

/** What a service gives beside capacity, with the id to be looked for in the catalogue. */
export function abilityTerm(profile: JurisdictionProfile | undefined, ability: string): Text {
  const { zh, en } = wordTerm(profile, 'abilities', ability)
  return { zh: `${zh}服务（${ability}）`, en: `${en} (\`${ability}\`)` }
}
