import type { CodeDefinition, Finding } from '../finding/finding.ts'
import type { Surroundings, System } from '../model/model.ts'
import type { ExtractedModel } from './extract/extract.ts'

/**
 * A rule about one system. What it finds rests on the system, its unit and the catalogue, and it has no way to look at
 * any other system: one in which it finds nothing stays clean while these three stay as they are.
 */
export interface SystemRule extends CodeDefinition {
  readonly check: (surroundings: Surroundings, system: System) => Iterable<Finding>
}

/**
 * A rule about the repository as a whole: the catalogue, the units, and what systems have to do with each other. It knows
 * systems by their extracts, and looks into one only where it finds something.
 */
export interface RepositoryRule extends CodeDefinition {
  readonly check: (model: ExtractedModel) => Iterable<Finding>
}

/** Rules about one question, for which the third and fourth place of their codes stand. */
export interface RuleGroup {
  readonly systemRules: readonly SystemRule[]
  readonly repositoryRules: readonly RepositoryRule[]
}

/** Each yields what it finds at the narrowest place that a person would have to change. One rule, one file. */
export type Rule = SystemRule | RepositoryRule
