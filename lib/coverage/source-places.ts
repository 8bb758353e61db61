import { codeCitations } from '../../generated/citations.ts'
import type { CodeDefinition } from '../finding/finding.ts'
import type { ArticleKind, Place } from './place.ts'

/**
 * What each folder of the tool does about the articles that it cites. Only stages whose effect is code: checks, papers,
 * approvals, deadlines and forms cite in data, where a comment cannot be taken for a deed.
 */
const folders: readonly (readonly [string, readonly ArticleKind[]])[] = [
  ['lib/approval/', ['approval']],
  ['lib/deliver/', ['guard']],
  ['lib/ledger/', ['billing']],
  ['lib/stack-policy/', ['synth']],
  ['lib/desired-state/', ['synth']],
  ['lib/report/', ['report']],
  ['stacks/', ['synth']],
]

export function sourcePlaces(): readonly Place[] {
  return codeCitations.flatMap(({ article, file, line }) => {
    const kinds = folders.find(([prefix]) => file.startsWith(prefix))?.[1]
    return kinds === undefined ? [] : [{ article, kinds, label: `${file}:${line}`, file }]
  })
}

/** Codes say themselves which articles they enforce; their first digits say at which stage. */
const stages: Readonly<Record<string, readonly ArticleKind[]>> = {
  // What is reserved is refused to whoever asks for it, and what a change may not do is never delivered.
  TY33: ['validate', 'guard'],
  TY40: ['validate', 'guard'],
  // What is recorded of routines, by their last days.
  TY46: ['validate', 'clock'],
  TY3: ['validate'],
  TY4: ['validate'],
  TY5: ['synth'],
  TY6: ['guard'],
}

/** Which kinds of an article a finding with a code does something about. */
export function kindsOfCode(code: string): readonly ArticleKind[] {
  return stages[code.slice(0, 4)] ?? stages[code.slice(0, 3)] ?? []
}

export function codePlaces(definitions: readonly CodeDefinition[]): readonly Place[] {
  return definitions.flatMap(({ code, articles = [] }) =>
    articles.map(article => ({ article, kinds: kindsOfCode(code), label: code, file: code })),
  )
}
