// The words that manifests and profiles may use where a list is open: those that all regulations share, and each profile's own.
import type { JurisdictionProfile, Vocabulary } from '../../generated/types/jurisdiction.ts'
import base from './base.json' with { type: 'json' }

export type VocabularyName = keyof Vocabulary

export interface Word {
  readonly id: string
  readonly name: string
  /** As forms print it, where that differs. */
  readonly onForms?: string
  /** The tool finds out by itself whether it holds; no manifest writes it. */
  readonly computed?: boolean
}

type Declared = Readonly<Record<string, Omit<Word, 'id'>>>

const baseWords: Readonly<Record<VocabularyName, Declared>> = base

export const vocabularyNames: readonly VocabularyName[] = [
  'categories',
  'purposes',
  'origins',
  'uses',
  'loads',
  'marks',
  'approvals',
  'abilities',
  'assessments',
]

export function isVocabularyName(name: unknown): name is VocabularyName {
  return vocabularyNames.some(known => known === name)
}

/** The words of every regulation. */
export function sharedWords(name: VocabularyName): readonly Word[] {
  return listed(baseWords[name])
}

/** What may stand under a regulation: the shared words, then its own. Its own name of a shared word comes before ours. */
export function wordsOf(
  { vocabulary, decisions = [] }: Pick<JurisdictionProfile, 'vocabulary' | 'decisions'>,
  name: VocabularyName,
): readonly Word[] {
  const own = [vocabulary, ...decisions.map(decision => decision.vocabulary)].map(part => part?.[name])
  return withOwn(
    name,
    own.flatMap(words => (words === undefined ? [] : listed(words))),
  )
}

/** Shared words and others, of which those with a shared word's id give it another name. */
export function withOwn(name: VocabularyName, own: readonly Word[]): readonly Word[] {
  const words = new Map(sharedWords(name).map(word => [word.id, word]))
  for (const word of own) words.set(word.id, { ...words.get(word.id), ...word })
  return [...words.values()]
}

/** Those of them that a manifest may write. */
export function writableWords(
  profile: JurisdictionProfile | undefined,
  name: VocabularyName,
): readonly Word[] {
  return wordsOf(profile ?? {}, name).filter(({ computed }) => computed !== true)
}

/** A word's name under a regulation; the word itself where nothing declares it. */
export function wordName(profile: JurisdictionProfile | undefined, name: VocabularyName, id: string): string {
  return wordsOf(profile ?? {}, name).find(word => word.id === id)?.name ?? id
}

function listed(words: Declared): readonly Word[] {
  return Object.entries(words).map(([id, word]) => ({ id, ...word }))
}
