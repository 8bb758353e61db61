import type { CodeDefinition, Finding } from '../finding/finding.ts'
import type { ExtractedModel } from './across/extract.ts'

/**
 * One rule, one file. `check` looks at the whole model and yields what it finds, each at the narrowest place that a
 * person would have to change.
 */
export interface Rule extends CodeDefinition {
  /**
   * Whether it looks at one system, its unit and the catalogue alone: then a system in which it finds nothing stays
   * clean while these three stay as they are, and need not be looked at again. It is given the systems in portions.
   * Any other rule knows the systems by their facts, and looks into one only where it finds something.
   */
  readonly local?: true
  readonly check: (model: ExtractedModel) => Iterable<Finding>
}
