import { type VocabularyName, wordsOf } from '../vocabulary/index.ts'
import type { Subject, SubjectKind, SystemSubject } from './subject.ts'

/** What a fact says: in words for the page, and as a code for tick boxes. */
export interface FactValue {
  readonly text: string
  readonly code: string
}

/** What stands between a fact's parentheses: `history.last(submitted).on`. */
export type ArgumentKind = 'event' | 'role' | 'paper' | 'label'

/** One thing that a form can be filled with: a pure function of the model. */
export interface Fact {
  /** The least that a form must be about to know this. */
  readonly of: SubjectKind
  readonly argument?: ArgumentKind
  /** How its blank looks; without it, a line to write on. */
  readonly shape?: 'date'
  /** The codes it may give, when they are a closed list: what tick boxes may name. */
  readonly codes?: readonly string[]
  /** The vocabulary whose words it gives; a regulation may have words of its own. */
  readonly words?: VocabularyName
  /** What the blank is called when there is no value. */
  readonly label: (argument: string, subject: Subject) => string
  readonly read: (subject: Subject, argument: string) => FactValue | undefined
}

export type Facts = Readonly<Record<string, Fact>>

export interface FactReference {
  /** The name in the registry: the reference without its argument, such as `history.last().on`. */
  readonly name: string
  readonly argument: string
}

const reference = /^(?<stem>[a-z][A-Za-z.]*?)(?:(?<open>\()(?<argument>[^(){}]+)\)(?<member>\.[A-Za-z]+)?)?$/

/** Takes a reference apart; nothing when it is not of the form `name` or `name(argument).member`. */
export function parseReference(text: string): FactReference | undefined {
  const groups = reference.exec(text)?.groups
  if (groups?.stem === undefined) return undefined
  const call = groups.open === undefined ? '' : `()${groups.member ?? ''}`
  return { name: `${groups.stem}${call}`, argument: groups.argument?.trim() ?? '' }
}

/** A value that is its own code. */
export function plain(text: string | undefined): FactValue | undefined {
  return text === undefined || text === '' ? undefined : { text, code: text }
}

export type Words = Readonly<Record<string, string>>

/** A value out of a closed list, in the list's words. */
export function worded(words: Words, code: string | undefined): FactValue | undefined {
  const text = code === undefined ? undefined : new Map(Object.entries(words)).get(code)
  return code === undefined || text === undefined ? undefined : { text, code }
}

/** A word of a vocabulary, as the regulation's forms print it. */
export function wordOn({ profile }: Subject, name: VocabularyName, id: string): FactValue {
  const word = wordsOf(profile, name).find(word => word.id === id)
  return { text: word?.onForms ?? word?.name ?? id, code: id }
}

/** How a yes or no is said: the word for yes, the word for no. */
export function answered(answer: boolean | undefined, yes: string, no: string): FactValue | undefined {
  if (answer === undefined) return undefined
  return answer ? { text: yes, code: 'yes' } : { text: no, code: 'no' }
}

export const answers = ['yes', 'no'] as const

type Details = Pick<Fact, 'argument' | 'shape' | 'codes' | 'words'>

/** A fact about a system. */
export function ofSystem(
  label: string | ((argument: string, subject: Subject) => string),
  read: (system: SystemSubject, subject: Subject, argument: string) => FactValue | undefined,
  details: Details = {},
): Fact {
  return {
    of: 'system',
    ...details,
    label: typeof label === 'string' ? () => label : label,
    read: (subject, argument) =>
      subject.system === undefined ? undefined : read(subject.system, subject, argument),
  }
}
