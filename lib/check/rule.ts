import type { CodeDefinition, Finding } from '../finding/finding.ts'
import type { Model } from '../model/model.ts'

/**
 * One rule, one file. `check` looks at the whole model and yields what it finds, each at the narrowest place that a
 * person would have to change.
 */
export interface Rule extends CodeDefinition {
  readonly check: (model: Model) => Iterable<Finding>
}
