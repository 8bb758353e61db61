import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { Outline } from '../desired-state/index.ts'
import { hasEnded, profileOf } from '../entitlement/index.ts'
import { eventsFrom, isUnderWay, type Position, stateOf } from '../lifecycle/index.ts'
import { unitAddressOf } from '../model/address.ts'
import { entryOf } from '../model/entry.ts'
import type { Model, System } from '../model/model.ts'
import { lackingInWords } from '../profile/lacking-words.ts'
import { prohibitionTerm } from '../profile/prohibition-words.ts'
import { openDeadlinesOf, stepOf } from '../profile/system-status.ts'
import { citationIn } from '../term/index.ts'
import { type Duty, dutiesOf } from './duty.ts'
import { type RequestSummary, requestSummary } from './request-summary.ts'
import { type SystemSummary, systemSummaries } from './system-summary.ts'

/** From the most pressing: the order in which a page shows them. */
export const urgencies = ['overdue', 'due-soon', 'due', 'under-way', 'standing', 'ended'] as const

/** How soon somebody has to act. `under-way`: somebody has, but by no day; `standing`: nobody has. */
export type Urgency = (typeof urgencies)[number]

/** A system as whoever works on it asks: whose turn it is and until when, what is asked and what has been granted. */
export interface CaseSummary extends SystemSummary {
  /** The using unit's name. */
  readonly unit: string
  readonly urgency: Urgency
  /** The day of its last event. */
  readonly since: string | undefined
  /** What has to be done by a day, the nearest first. */
  readonly duties: readonly Duty[]
  /** What may come next of a procedure that is under way, and of what a duty asks for. */
  readonly steps: readonly StepSummary[]
  /** The last request, as long as it is not carried out or differs from what is granted. */
  readonly request: RequestSummary | undefined
}

export interface StepSummary {
  readonly name: string
  readonly actor: string
  /** 《变更申请》、受理; empty where nothing is lacking. */
  readonly lacking: string
  /** What forbids it as things stand; empty where nothing does. */
  readonly prohibited: string
  /** The article, or who decided; empty where neither is said. */
  readonly ground: string
}

/** Every system of a model, in order of the addresses. */
export function caseSummaries(model: Model, outline: Outline): readonly CaseSummary[] {
  return systemSummaries(model, outline).flatMap(summary => {
    const system = model.systemByAddress.get(summary.address)
    return system === undefined ? [] : [{ ...summary, ...outlookOf(model, system) }]
  })
}

type Outlook = Omit<CaseSummary, keyof SystemSummary>

function outlookOf(model: Model, system: System): Outlook {
  const profile = profileOf(model, system)
  const unit = model.unitByAddress.get(unitAddressOf(system))?.value.metadata.name ?? ''
  const since = system.value.history.findLast(({ on }) => on <= model.asOf)?.on
  if (profile === undefined || hasEnded(model, system))
    return { unit, since, urgency: 'ended', duties: [], steps: [], request: undefined }
  const { history } = system.value
  const course = {
    position: stateOf(profile, history, model.asOf),
    isUnderWay: isUnderWay(profile, history, model.asOf),
  }
  const duties = dutiesOf(profile, openDeadlinesOf(model, profile, system))
  return {
    unit,
    since,
    urgency: urgencyOf(duties, course.isUnderWay),
    duties,
    steps: stepsOf(model, profile, system, { ...course, duties }),
    request: requestSummary(model, profile, system, course.isUnderWay),
  }
}

function urgencyOf([nearest]: readonly Duty[], waits: boolean): Urgency {
  return nearest?.urgency ?? (waits ? 'under-way' : 'standing')
}

interface Course {
  readonly position: Position
  readonly isUnderWay: boolean
  readonly duties: readonly Duty[]
}

/**
 * A new request or exit may come at nearly any time, and says nothing of what is to be done now; where nothing else may, it
 * does.
 */
function stepsOf(
  model: Model,
  profile: JurisdictionProfile,
  system: System,
  { position, isUnderWay: waits, duties }: Course,
): readonly StepSummary[] {
  const owed = new Set(duties.flatMap(({ events }) => events))
  const possible = eventsFrom(profile, position)
  const leading = possible.filter(id => {
    const { requests, branches } = entryOf(profile.lifecycle.events, id) ?? {}
    return requests !== true && branches !== true
  })
  const underWay = waits ? (leading.length > 0 ? leading : possible) : []
  const chosen = possible.filter(id => owed.has(id) || underWay.includes(id))
  return chosen.map(id => stepSummary(model, profile, system, id))
}

function stepSummary(model: Model, profile: JurisdictionProfile, system: System, id: string): StepSummary {
  const { name, actor, article, decided, lacking, prohibited } = stepOf(model, profile, system, id)
  const texts = lacking.map(unmet => lackingInWords(profile, unmet, 'zh')).filter(text => text !== '')
  return {
    name,
    actor: actor ?? '',
    lacking: [...new Set(texts)].join('、'),
    prohibited: prohibited.map(one => prohibitionTerm(one).zh).join('、'),
    ground: article === undefined ? (decided ?? '') : citationIn(profile, article).zh,
  }
}
