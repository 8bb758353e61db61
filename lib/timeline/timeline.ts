import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import type { Deadline } from '../clock/index.ts'
import { isAbout, type LogEntry, type UnrecordedRequest, unrecordedRequest } from '../evidence/index.ts'
import type { Text } from '../finding/finding.ts'
import { isDecision, isOver, replay, type Step, startOf } from '../lifecycle/index.ts'
import type { Model, System } from '../model/model.ts'
import { deadlinesOf } from '../profile/deadlines.ts'
import { isOnPaper } from '../profile/typed-decision.ts'
import { grantChanges, type Held, nothingHeld } from './grant-changes.ts'

/** By what an event is known: a record, a paper, a review or a commit that somebody has named, or the manifest alone. */
export type Ground = 'record' | 'paper' | 'forge' | 'commit' | 'manifest'

/** One event of a system's life. */
export interface TimelineEvent {
  readonly event: HistoryEvent
  readonly ground: Ground
  /** Whether it decides on a request. */
  readonly isDecision: boolean
  /** The record that decided it. */
  readonly entry: LogEntry | undefined
  /** Those whose approval counted for it, by their numbers in the people table. */
  readonly people: readonly string[]
  /** Whether the regulation knows no such event there: it changes nothing. */
  readonly isMisfit: boolean
  readonly changes: readonly Text[]
}

/** A state and how long it held. */
export interface Spell {
  readonly state: string
  readonly from: string
  /** The day on which another began; undefined of what still holds. */
  readonly to: string | undefined
  /** The event that led there. */
  readonly event: string
}

export interface Timeline {
  readonly system: System
  readonly profile: JurisdictionProfile
  readonly events: readonly TimelineEvent[]
  readonly spells: readonly Spell[]
  /** Every deadline that ever began, kept or missed. */
  readonly deadlines: readonly Deadline[]
  /** What came to its manifest past the approval, the oldest first. */
  readonly bypasses: readonly LogEntry[]
  readonly unrecorded: UnrecordedRequest | undefined
}

/**
 * The life of a system up to the model's day.
 *
 * @param log of the evidence, in any order; what is not about the system is passed over
 */
export function timelineOf(
  model: Model,
  profile: JurisdictionProfile,
  system: System,
  log: readonly LogEntry[],
): Timeline {
  const byNumber = new Map(log.map(entry => [entry.record.number, entry]))
  const steps = [...replay(profile, system.value.history, model.asOf)]
  let held = nothingHeld
  const events = steps.map((step): TimelineEvent => {
    const before = held
    held = heldAfter(profile, step, before)
    const mark = system.document.recordOf?.(step.index)
    const entry = mark && byNumber.get(mark.number)
    const sides = { before, after: held, on: step.event.on }
    return {
      event: step.event,
      isDecision: isDecision(profile, step.event.event),
      ground: mark === undefined ? writtenGround(step.event) : 'record',
      entry,
      people: entry === undefined ? [] : peopleOf(entry, system.address),
      isMisfit: step.misfit !== undefined,
      changes: before === held ? [] : grantChanges(model, profile.metadata.id, sides),
    }
  })
  return {
    system,
    profile,
    events,
    spells: spellsIn(startOf(profile).state, steps),
    deadlines: deadlinesOf(model, profile, system),
    bypasses: log
      .filter(entry => entry.verdict !== 'approved' && isAbout(entry, system.address))
      .toSorted((a, b) => a.record.number - b.record.number),
    unrecorded: unrecordedRequest(model, system),
  }
}

/** The same value where nothing has changed. */
function heldAfter(profile: JurisdictionProfile, { event, state, misfit }: Step, before: Held): Held {
  if (misfit !== undefined) return before
  const { grants, exchange } = event
  if (grants !== undefined) return { grants, ...(exchange === undefined ? {} : { exchange }) }
  return isOver(profile, state) ? nothingHeld : before
}

function writtenGround(event: HistoryEvent): Ground {
  const { source } = event
  if (isOnPaper(event)) return 'paper'
  if (source?.forge !== undefined) return 'forge'
  return source?.commit === undefined ? 'manifest' : 'commit'
}

function peopleOf({ record }: LogEntry, address: string): readonly string[] {
  const own = record.parts.filter(({ system }) => system === address)
  return [...new Set(own.flatMap(({ steps }) => steps.flatMap(({ by }) => by.map(one => one.person))))]
}

/** Each day on which the state became another one; two on one day are both named. */
function spellsIn(initial: string, steps: readonly Step[]): readonly Spell[] {
  let state = initial
  const begun = steps.flatMap(step => {
    if (step.state === state) return []
    state = step.state
    return [{ state, from: step.event.on, event: step.event.event }]
  })
  return begun.map((spell, index) => ({ ...spell, to: begun[index + 1]?.from }))
}
