// What was decided on paper stays marked so wherever a system is shown.
import type { Language } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import type { Model, System } from '../../lib/model/model.ts'
import { paperDecisionsIn } from '../../lib/profile/typed-decision.ts'
import { eventTerm } from '../../lib/term/index.ts'
import { term } from './json-parts.ts'

/** The decisions of a system that were taken on paper, a line each. */
export function paperLines(model: Model, system: System | undefined, language: Language): readonly string[] {
  return paperDecisionsOf(model, system).map(({ name, on, paper }) => {
    const shown = printable(paper)
    return {
      zh: `  纸质决定：“${name.zh}”（${on}），${shown}`,
      en: `  decided on paper: “${name.en}” (${on}), ${shown}`,
    }[language]
  })
}

/** The same for programs, as a member of the system. */
export function paperData(model: Model, system: System | undefined) {
  const decisions = paperDecisionsOf(model, system).map(({ id, name, on, paper }) => ({
    event: term(id, name),
    on,
    paper,
  }))
  return decisions.length === 0 ? {} : { decidedOnPaper: decisions }
}

function paperDecisionsOf(model: Model, system: System | undefined) {
  const profile = system && model.catalogue.jurisdictions.get(system.value.metadata.jurisdiction)?.value
  if (system === undefined || profile === undefined) return []
  return paperDecisionsIn(profile, system.value.history, model.asOf).map(({ event: id, on, paper }) => ({
    id,
    name: eventTerm(profile, id),
    on,
    paper,
  }))
}
