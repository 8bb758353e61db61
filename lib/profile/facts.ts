import type { Condition } from '../../generated/types/condition.ts'
import type { FactDefinition, JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { StatedFacts } from '../../generated/types/system.ts'
import type { Text } from '../finding/finding.ts'
import { entryOf } from '../model/entry.ts'
import { fieldTerm } from '../term/index.ts'

type Comparisons = NonNullable<Condition['facts']>
type Comparison = Comparisons[string]
type Stated = StatedFacts[string]

/** Whether stated facts compare as a condition wants, all of them; one that is not stated compares with nothing. */
export function comparesAll(want: Comparisons, stated: StatedFacts): boolean {
  return Object.entries(want).every(([name, comparison]) => {
    const value = entryOf(stated, name)
    return value !== undefined && compares(comparison, value)
  })
}

/** Dates compare as their texts do. */
function compares({ equals, atLeast, below }: Comparison, value: Stated): boolean {
  return (
    (equals === undefined || value === equals) &&
    (atLeast === undefined || (typeof value === typeof atLeast && value >= atLeast)) &&
    (below === undefined || (typeof value === typeof below && value < below))
  )
}

const own = /^(unit\.)?facts\.(.+)$/

/** The definition that a field such as `facts.rto` or `unit.facts.staff` leads to; undefined of any other field. */
export function definitionOf({ facts }: JurisdictionProfile, field: string): FactDefinition | undefined {
  const [, ofUnit, name = ''] = own.exec(field) ?? []
  const found = entryOf(facts, name)
  return found !== undefined && (found.of === 'unit') === (ofUnit !== undefined) ? found : undefined
}

/** A field by its name, the regulation's own or that of every manifest, and its key: `恢复时间目标（facts.rto）`. */
export function factTerm(profile: JurisdictionProfile, field: string): Text {
  const found = definitionOf(profile, field)
  if (found === undefined) return fieldTerm(field)
  const key = field.replace(/^unit\./, '')
  return { zh: `${found.name}（${key}）`, en: `\`${key}\`` }
}
