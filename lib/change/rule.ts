import type { CodeDefinition, Finding } from '../finding/finding.ts'
import type { Model } from '../model/model.ts'
import type { Rulings } from './rulings.ts'

/**
 * A rule about a change: the repository before (`base`, the target branch) and after (`head`). Profiles are taken from
 * `base` where it has them, so that a change cannot loosen the rules that it is judged by.
 */
export interface ChangeRule extends CodeDefinition {
  readonly check: (base: Model, head: Model, rulings: Rulings) => Iterable<Finding>
}
