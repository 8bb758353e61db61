import type { ReadRule } from '../group-rules.ts'
import type { Draft } from '../model.ts'
import type { CloudLists } from './answers.ts'
import type { Named } from './named.ts'

export interface CloudSource {
  readonly lists: CloudLists
  readonly named: Named
  readonly readRule: ReadRule
}

/** Takes one question's answers into the model. */
export type CloudReader = (source: CloudSource, draft: Draft) => void
