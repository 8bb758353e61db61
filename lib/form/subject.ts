import type { Form } from '../../generated/types/form.ts'
import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent, SystemManifest } from '../../generated/types/system.ts'
import type { Model, System, Unit } from '../model/model.ts'
import { caseOf } from '../profile/case.ts'
import type { Case } from '../profile/condition.ts'
import { type CaseSubject, caseSubject } from './case/index.ts'
import type { ReportingPeriod } from './reporting-period.ts'

export type SubjectKind = Form['subject']

/** What a form is about: all that its facts may be read from. */
export interface Subject {
  readonly model: Model
  readonly profile: JurisdictionProfile
  readonly form: Form
  readonly period: ReportingPeriod | undefined
  readonly unit: Unit | undefined
  readonly system: SystemSubject | undefined
}

export interface SystemSubject extends CaseSubject {
  /** With the manifest of the case. */
  readonly system: System
  /** What the regulation's conditions are judged by. */
  readonly case: Case
  /** The latest of the form's stages that was reached. */
  readonly stage: HistoryEvent | undefined
}

const depth: Readonly<Record<SubjectKind, number>> = { jurisdiction: 1, unit: 2, system: 3 }

/** Whether a form about `outer` can tell what is said of `inner`: a system has a unit, a unit has a jurisdiction. */
export function covers(outer: SubjectKind, inner: SubjectKind): boolean {
  return depth[outer] >= depth[inner]
}

/** Where a form's subject stands in the model: `<jurisdiction>`, `<jurisdiction>/<unit>`, `<jurisdiction>/<unit>/<system>`. */
export interface Target {
  readonly profile: JurisdictionProfile
  readonly unit?: Unit | undefined
  readonly system?: System | undefined
}

/**
 * The subject of a form. A form about less than the target (a unit's form, for a system) is about what contains it.
 *
 * @param earlier the system's manifest as commits had it, the newest first
 */
export function subjectOf(
  model: Model,
  form: Form,
  target: Target,
  period: ReportingPeriod | undefined,
  earlier: readonly SystemManifest[] = [],
): Subject {
  return {
    model,
    profile: target.profile,
    form,
    period,
    unit: covers(form.subject, 'unit') ? target.unit : undefined,
    system: covers(form.subject, 'system') ? systemSubject(model, form, target, earlier) : undefined,
  }
}

function systemSubject(
  model: Model,
  form: Form,
  { profile, system }: Target,
  earlier: readonly SystemManifest[],
): SystemSubject | undefined {
  if (system === undefined) return undefined
  const known = system.value.history.filter(event => event.on <= model.asOf)
  const found = caseSubject(profile, form, { now: system.value, earlier }, known)
  const { manifest, history, span } = found
  const then = { ...system, value: manifest }
  return {
    ...found,
    system: then,
    case: caseOf(model, profile, then, span.at ?? history.length - 1),
    stage: span.at === undefined ? undefined : history[span.at],
  }
}
