import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { Deadline } from '../clock/index.ts'
import { eventsFrom, stateOf } from '../lifecycle/index.ts'
import { entryOf } from '../model/entry.ts'
import type { Surroundings, System } from '../model/model.ts'
import { deadlinesOf } from './deadlines.ts'
import { deciderOf } from './decisions.ts'
import { type EventAt, owedAt } from './owed.ts'
import { type Prohibited, prohibitionsAt } from './prohibitions.ts'
import type { UnmetRequirement } from './requirements.ts'
import { stateSince, stillPossible } from './still-possible.ts'

/** An event that may come next, who takes it, and what is still lacking for it. */
export interface NextStep extends Step {
  /** The nearest day by which the step has to be taken, where a deadline runs. */
  readonly due: string | undefined
}

/** An event that is still to come. */
export interface Step {
  readonly event: string
  readonly name: string
  readonly article: string | undefined
  /** Who decided that there is such an event, and on which paper; undefined of what the text knows. */
  readonly decided: string | undefined
  /** Id of the role that acts, and its name in the regulation. */
  readonly role: string | undefined
  readonly actor: string | undefined
  readonly lacking: readonly UnmetRequirement[]
  /** What forbids it as things stand, whatever papers are there. */
  readonly prohibited: readonly Prohibited[]
}

/** Where a system stands on a day, and what comes next. */
export interface SystemStatus {
  readonly state: string
  readonly name: string
  readonly resources: 'none' | 'trial' | 'formal'
  /** The day on which the state began. */
  readonly since: string | undefined
  readonly steps: readonly NextStep[]
  readonly deadlines: readonly Deadline[]
}

const open: ReadonlySet<Deadline['state']> = new Set(['running', 'due-soon', 'missed', 'paused', 'waiting'])

/** What `tenantry status` tells of one system: its state, the possible steps, papers owed, who acts and by when. */
export function systemStatusOf(
  model: Surroundings,
  profile: JurisdictionProfile,
  system: System,
): SystemStatus {
  const history = system.value.history.filter(event => event.on <= model.asOf)
  const position = stateOf(profile, history, model.asOf)
  const { state, resources } = position
  const deadlines = openDeadlinesOf(model, profile, system)
  const possible = new Set(eventsFrom(profile, position))
  const isPossible = stillPossible(profile, history)
  const steps = Object.entries(profile.lifecycle.events)
    .filter(([id]) => possible.has(id))
    .map(([id, event]) => ({ event, step: stepOf(model, profile, system, id) }))
    .filter(({ event, step }) =>
      isPossible(
        step.event,
        event,
        step.lacking.some(({ events }) => events.length > 0),
      ),
    )
    .map(({ step }) => ({ ...step, due: nearest(deadlines, step.event) }))
  return {
    state,
    name: entryOf(profile.lifecycle.states, state)?.name ?? state,
    resources,
    since: stateSince(profile, history, model.asOf),
    steps,
    deadlines,
  }
}

/** The deadlines that still run, or were missed and are still owed. */
export function openDeadlinesOf(
  model: Surroundings,
  profile: JurisdictionProfile,
  system: System,
): readonly Deadline[] {
  return deadlinesOf(model, profile, system).filter(
    deadline => open.has(deadline.state) && deadline.endEvent === undefined,
  )
}

/** An event of the profile, as if it came today. */
export function stepOf(model: Surroundings, profile: JurisdictionProfile, system: System, id: string): Step {
  const event = entryOf(profile.lifecycle.events, id)
  return {
    event: id,
    name: event?.name ?? id,
    article: event?.article,
    decided: event && deciderOf(profile, event),
    role: event?.actor,
    actor: event?.actor === undefined ? undefined : entryOf(profile.roles, event.actor)?.name,
    lacking: lackingFor(model, profile, system, id),
    prohibited: prohibitionsAt(model, profile, system, comingAt(model, system, id)),
  }
}

/** What an event would lack if it came today; reasons and agreed days are given with the event itself. */
function lackingFor(
  model: Surroundings,
  profile: JurisdictionProfile,
  system: System,
  event: string,
): readonly UnmetRequirement[] {
  return owedAt(model, profile, system, comingAt(model, system, event)).map(({ unmet }) => unmet)
}

function comingAt(model: Surroundings, system: System, event: string): EventAt {
  return { event, index: system.value.history.length, on: model.asOf }
}

function nearest(deadlines: readonly Deadline[], event: string): string | undefined {
  return deadlines
    .filter(({ definition }) => definition.direction === 'at-most' && definition.until.includes(event))
    .flatMap(({ due }) => due ?? [])
    .toSorted()[0]
}
