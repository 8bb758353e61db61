import { type Fact, type FactReference, type Facts, type FactValue, parseReference } from '../fact.ts'
import type { Subject } from '../subject.ts'
import { generalFacts } from './general.ts'
import { historyFacts } from './history.ts'
import { requestFacts } from './request.ts'
import { serviceFacts } from './services.ts'
import { systemFacts } from './system.ts'
import { unitFacts } from './unit.ts'

/** Every fact that a form may name, by its name without the argument. */
export const facts: ReadonlyMap<string, Fact> = new Map(
  Object.entries({
    ...generalFacts,
    ...unitFacts,
    ...systemFacts,
    ...historyFacts,
    ...requestFacts,
    ...serviceFacts,
  } satisfies Facts),
)

/** A fact found in the registry, or what a form's text says in its place. */
export interface Reading {
  readonly value: FactValue | undefined
  readonly label: string
  readonly shape: 'line' | 'date'
}

/** Reads a fact for a subject. An unknown one reads as a blank of its own name; a rule reports it. */
export function readFact(reference: string, subject: Subject): Reading {
  const parsed: FactReference | undefined = parseReference(reference)
  const fact = parsed === undefined ? undefined : facts.get(parsed.name)
  if (parsed === undefined || fact === undefined) return { value: undefined, label: reference, shape: 'line' }
  return {
    value: fact.read(subject, parsed.argument),
    label: fact.label(parsed.argument, subject),
    shape: fact.shape ?? 'line',
  }
}
