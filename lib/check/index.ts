import type { CodeDefinition, Finding } from '../finding/finding.ts'
import { sortFindings } from '../finding/finding.ts'
import type { Model, Surroundings, System } from '../model/model.ts'
import { type ExtractedModel, extracted } from './extract/extract.ts'
import { repositoryRules, systemRules } from './rules/index.ts'

export {
  type ExtractedModel,
  extracted,
  extractIn,
  extractOf,
  type SystemExtract,
} from './extract/extract.ts'
export { filedPapersOf } from './extract/papers.ts'
export type { RepositoryRule, Rule, RuleGroup, SystemRule } from './rule.ts'
export { repositoryRules, ruleGroups, systemRules } from './rules/index.ts'
export { rulings } from './rulings.ts'

/** What every rule enforces, each code once: some are asked of systems and of the rest of the repository alike. */
export const rules: readonly CodeDefinition[] = [
  ...new Map([...systemRules, ...repositoryRules].map(rule => [rule.code, rule])).values(),
]

/** What all rules find, in reading order. */
export function checkModel(model: Model): readonly Finding[] {
  const ofSystems = model.systems.flatMap(system => checkSystem(model, system))
  return sortFindings([...ofSystems, ...checkRepository(extracted(model))])
}

/** What the rules about one system find in it. */
export function checkSystem(surroundings: Surroundings, system: System): readonly Finding[] {
  const findings: Finding[] = []
  for (const rule of systemRules) for (const found of rule.check(surroundings, system)) findings.push(found)
  return findings
}

/** What the rules about the repository as a whole find. */
export function checkRepository(model: ExtractedModel): readonly Finding[] {
  return repositoryRules.flatMap(rule => [...rule.check(model)])
}
