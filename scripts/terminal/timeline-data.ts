import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import { entryOf } from '../../lib/model/entry.ts'
import { deciderOf } from '../../lib/profile/decisions.ts'
import { eventTerm, stateTerm } from '../../lib/term/index.ts'
import type { Timeline } from '../../lib/timeline/index.ts'
import type { Behind } from '../evidence/log.ts'
import { deadlineData } from './deadline-data.ts'
import { groundData, systemData, term } from './json-parts.ts'
import { verdictOf } from './log-lines.ts'
import { groundDetail, groundName, papersOf } from './timeline-words.ts'

/** The life of a system, for programs. */
export function timelineData(timeline: Timeline, behind: Behind) {
  const { profile, system, events, spells, deadlines, bypasses, unrecorded } = timeline
  return {
    ...systemData(system),
    states: spells.map(({ state, from, to, event }) => ({
      state: term(state, stateTerm(profile, state)),
      from,
      to: to ?? null,
      event: term(event, eventTerm(profile, event)),
      ...eventGroundData(profile, event),
    })),
    events: events.map(one => ({
      event: term(one.event.event, eventTerm(profile, one.event.event)),
      on: one.event.on,
      known: term(one.ground, groundName(one)),
      decision: one.isDecision,
      detail: groundDetail(one),
      record: one.entry?.record.number ?? null,
      commit: one.entry?.record.merge.commit ?? null,
      people: one.people,
      papers: papersOf(one.event),
      changes: one.changes,
      misfit: one.isMisfit,
      ...eventGroundData(profile, one.event.event),
    })),
    bypasses: bypasses.map(entry => ({
      record: entry.record.number,
      day: entry.record.day,
      commit: entry.record.merge.commit,
      verdict: term(entry.verdict, verdictOf(entry)),
      ratifiedBy: entry.ratifiedBy ?? null,
    })),
    deadlines: deadlines.map(deadline => deadlineData(profile, system, deadline)),
    unrecorded:
      unrecorded === undefined
        ? null
        : {
            event: term(unrecorded.event.event, eventTerm(profile, unrecorded.event.event)),
            on: unrecorded.event.on,
          },
    changedSince: behind.touches(system.document.file) ? behind.number : null,
  }
}

function eventGroundData(profile: JurisdictionProfile, event: string) {
  const definition = entryOf(profile.lifecycle.events, event)
  return definition === undefined
    ? {}
    : groundData(profile, definition.article, deciderOf(profile, definition))
}
