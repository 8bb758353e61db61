// What a log of the evidence calls things. Its records outlive what they name, so that ids stand for what is gone.

import { isAbout, type LogEntry, noDecisions } from '../../lib/evidence/index.ts'
import type { Text } from '../../lib/finding/finding.ts'
import type { Model } from '../../lib/model/model.ts'
import { citationOf, eventTerm } from '../../lib/term/index.ts'
import { loadRepository } from '../workspace/repository.ts'
import type { Context } from './command.ts'
import { modelOf } from './require-model.ts'
import { systemsAt } from './systems.ts'

export interface LogNames {
  readonly eventOf: (system: string, event: string) => Text
  readonly articleOf: (article: string) => Text
  /** The repository by what people wrote alone; it throws where the catalogue is too broken for one. */
  readonly model: () => Model
}

export function namesFor(context: Context): LogNames {
  // Evidence that is broken is read here too, and so it decides nothing of what the words are taken from.
  const repository = loadRepository(context, { check: false, decisions: noDecisions })
  const catalogue = repository.model?.catalogue
  const byId = (id: string): Text => ({ zh: id, en: id })
  return {
    eventOf: (system, event) => {
      const profile = catalogue?.jurisdictions.get(system.split('/')[0] ?? '')?.value
      return profile === undefined ? byId(event) : eventTerm(profile, event)
    },
    articleOf: article => (catalogue && citationOf(catalogue, article)) ?? byId(article),
    model: () => modelOf(repository),
  }
}

/** The addresses that somebody means. @throws CommandError for what neither the records nor the repository know */
export function addressesNamed(
  { model }: LogNames,
  entries: readonly LogEntry[],
  text: string,
): readonly string[] {
  if (entries.some(entry => isAbout(entry, text)) || model().unitByAddress.has(text)) return [text]
  return systemsAt(model(), [text]).map(({ address }) => address)
}
