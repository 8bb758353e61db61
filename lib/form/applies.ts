import type { Condition, Slug } from '../../generated/types/form.ts'
import { holds } from '../profile/condition.ts'
import type { Subject } from './subject.ts'

/** What a part of a form (or a form) is printed for; without either, always. */
export interface Conditional {
  readonly when?: Condition
  readonly stage?: readonly Slug[]
}

/** Before any of its stages was reached, a form is made out for the first. */
export function stageOf({ form, system }: Subject): string | undefined {
  return system?.stage?.event ?? Object.keys(form.stages ?? {})[0]
}

/** Whether a part is printed for this subject. */
export function applies({ when, stage }: Conditional, subject: Subject): boolean {
  if (when !== undefined && (subject.system === undefined || !holds(when, subject.system.case))) return false
  return stage === undefined || stage.includes(stageOf(subject) ?? '')
}
