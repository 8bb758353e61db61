import { wordsIn } from '../keywords.ts'
import { notAllowed } from './not-allowed.ts'
import type { Reporter } from './reporter.ts'

/** A word of a vocabulary that neither all regulations share nor this one declares. */
export const undeclaredWord: Reporter = (mistake, setting) => {
  const words = wordsIn(setting.document.value, String(mistake.schema['x-word-of']))
  const ids = words.map(({ id }) => id)
  const schema = { ...mistake.schema, enum: ids, enumDescriptions: words.map(({ name }) => name) }
  return notAllowed({ ...mistake, params: { allowedValues: ids }, schema }, setting)
}
