import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import { inheritedOpenings } from '../../lib/entitlement/index.ts'
import type { Model } from '../../lib/model/model.ts'
import { deciderOf } from '../../lib/profile/decisions.ts'
import { liftInWords, prohibitionTerm } from '../../lib/profile/prohibition-words.ts'
import type { Prohibited } from '../../lib/profile/prohibitions.ts'
import type { UnmetRequirement } from '../../lib/profile/requirements.ts'
import type { StatusRow } from '../../lib/profile/status-filter.ts'
import type { NextStep } from '../../lib/profile/system-status.ts'
import { eventTerm, stateTerm } from '../../lib/term/index.ts'
import { deadlineData } from './deadline-data.ts'
import { unrecordedData } from './evidence-lines.ts'
import { plainOpenings } from './inherited-lines.ts'
import { groundData, roleData, systemData, term } from './json-parts.ts'
import { paperData } from './paper-lines.ts'

/** Where one system stands, for programs. */
export function statusData(model: Model, { profile, system, outlook }: StatusRow) {
  return {
    ...systemData(system),
    state: term(outlook.state, stateTerm(profile, outlook.state)),
    since: outlook.since,
    resources: outlook.resources,
    ...unrecordedData(model, system),
    ...paperData(model, system),
    steps: outlook.steps.map(step => stepData(model, profile, step)),
    inherited: plainOpenings(inheritedOpenings(model, system)),
    deadlines: outlook.deadlines.map(deadline => deadlineData(profile, system, deadline)),
  }
}

function stepData(
  model: Model,
  profile: JurisdictionProfile,
  { event, role, due, lacking, prohibited, article, decided }: NextStep,
) {
  return {
    event: term(event, eventTerm(profile, event)),
    ...(role === undefined ? {} : { role: roleData(profile, role) }),
    ...groundData(profile, article, decided),
    due,
    lacking: lacking.map(unmet => lackingData(profile, unmet)),
    prohibited: prohibited.map(one => prohibitedData(model, profile, one)),
  }
}

function prohibitedData(model: Model, profile: JurisdictionProfile, prohibited: Prohibited) {
  const { prohibition, freeOn } = prohibited
  return {
    prohibition: term(prohibition.id, prohibitionTerm(prohibited)),
    ...groundData(profile, prohibition.article, deciderOf(profile, prohibition)),
    freeOn,
    lift: liftInWords(model, profile, prohibited),
  }
}

function lackingData(
  profile: JurisdictionProfile,
  { requirement, papers, anyPaper, events, facts, provides }: UnmetRequirement,
) {
  return {
    ...groundData(profile, requirement.article, deciderOf(profile, requirement)),
    papers,
    anyPaper,
    events: events.map(event => term(event, eventTerm(profile, event))),
    facts,
    provides,
  }
}
