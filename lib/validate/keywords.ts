import type { Ajv2020 } from 'ajv/dist/2020.js'
import { isVocabularyName, type VocabularyName, type Word, withOwn } from '../vocabulary/index.ts'
import { isPlainObject, type PlainObject, valueAt } from './json-schema.ts'

/**
 * What our schemas say beyond JSON Schema.
 * `x-form`: `{ zh, en }`, the words for what a pattern wants; it stands beside the pattern.
 * `x-refers-to`: what an `enum` lists (`item`, `zone`, …), so that a wrong value is named as what it should have been.
 * `x-refers-to-keys`: the same for the keys of a closed map.
 * `x-past`: the date of something that has happened; a rule holds that it is not after today.
 * `x-person`: who somebody is, or how to reach them; never quoted in what goes further than the manifest.
 * `x-zone`: the zone that a list of items belongs to.
 * `enumDescriptions`, `patternErrorMessage`, `defaultSnippets`: read by editors, not by us.
 */
const annotations = [
  'x-form',
  'x-refers-to',
  'x-refers-to-keys',
  'x-zone',
  'x-past',
  'x-person',
  'enumDescriptions',
  'patternErrorMessage',
  'defaultSnippets',
]

/**
 * `x-key-of`: the text must be defined elsewhere in the same document. The pointer leads to a map, whose keys count, or
 * to a list and names the member that holds the name: `/lifecycle/states`, `/sites[id]`.
 */
export const keyOf = 'x-key-of'

/**
 * `x-word-of`: the text must be a word of a vocabulary: one that all regulations share, or one that the same document
 * declares under `vocabulary`. Schemas of other files are composed with the words listed instead.
 */
export const wordOf = 'x-word-of'

/**
 * `x-cites`: the keys of which one must cite what the part rests on. Under `decisions`, and for what is only usual, no
 * article may stand there.
 */
const cites = 'x-cites'

export function addKeywords(ajv: Ajv2020): void {
  ajv.addVocabulary(annotations)
  ajv.addKeyword({
    keyword: cites,
    type: 'object',
    schemaType: 'array',
    validate: (
      keys: readonly string[],
      part: PlainObject,
      _: unknown,
      at?: { readonly instancePath: string },
    ) => isRightlyCited(keys, part, at?.instancePath ?? ''),
  })
  ajv.addKeyword({
    keyword: keyOf,
    type: 'string',
    schemaType: 'string',
    validate: (pointer: string, name: string, _parent: unknown, context?: { readonly rootData: unknown }) =>
      definedNames(context?.rootData, pointer).includes(name),
  })
  ajv.addKeyword({
    keyword: wordOf,
    type: 'string',
    schemaType: 'string',
    validate: (name: string, word: string, _parent: unknown, context?: { readonly rootData: unknown }) =>
      wordsIn(context?.rootData, name).some(({ id }) => id === word),
  })
}

function isRightlyCited(keys: readonly string[], part: PlainObject, instancePath: string): boolean {
  const citesArticle = keys.some(key => key !== 'basis' && Object.hasOwn(part, key))
  if (instancePath.startsWith('/decisions/') || part.stated === 'default') return !citesArticle
  return part.stated === 'contract' || keys.some(key => Object.hasOwn(part, key))
}

/**
 * The names that a pointer of `x-key-of` leads to, with what decisions add there. Nothing where the document lacks the
 * place: that is its own mistake.
 */
export function definedNames(document: unknown, pointer: string): readonly string[] {
  const decisions = valueAt(document, ['decisions'])
  return [document, ...(Array.isArray(decisions) ? decisions : [])].flatMap(part => namesAt(part, pointer))
}

/** The words of a vocabulary that a document may use, with those that it declares. */
export function wordsIn(document: unknown, name: string): readonly Word[] {
  return isVocabularyName(name) ? withOwn(name, declaredIn(document, name)) : []
}

/** The words that a profile declares, and its decisions; whatever of it is sound. */
export function declaredIn(profile: unknown, name: VocabularyName): readonly Word[] {
  const decisions = valueAt(profile, ['decisions'])
  return [profile, ...(Array.isArray(decisions) ? decisions : [])].flatMap(part => {
    const words = valueAt(part, ['vocabulary', name])
    if (!isPlainObject(words)) return []
    return Object.entries(words).map(([id, word]) => {
      const given = valueAt(word, ['name'])
      return { id, name: typeof given === 'string' ? given : id }
    })
  })
}

function namesAt(document: unknown, pointer: string): readonly string[] {
  const [, path = '', member] = /^([^[]*)(?:\[(\w+)\])?$/.exec(pointer) ?? []
  const place = valueAt(document, path.split('/').slice(1))
  if (member === undefined) return isPlainObject(place) ? Object.keys(place) : []
  return Array.isArray(place) ? place.filter(isPlainObject).flatMap(entry => nameIn(entry, member)) : []
}

function nameIn(entry: PlainObject, member: string): string[] {
  const name = entry[member]
  return typeof name === 'string' ? [name] : []
}
