import type { JurisdictionProfile, Requirement } from '../../generated/types/jurisdiction.ts'
import type { Paper, SystemManifest } from '../../generated/types/system.ts'
import type { UnitManifest } from '../../generated/types/unit.ts'
import { grantsOn } from '../entitlement/index.ts'
import { abilitiesOf } from '../model/bundle.ts'
import type { Surroundings } from '../model/model.ts'
import { type Case, holds } from './condition.ts'

/** What one requirement still lacks at one event. */
export interface UnmetRequirement {
  readonly requirement: Requirement
  readonly papers: readonly string[]
  /** Events that must have come before, and have not. */
  readonly events: readonly string[]
  /** Papers of which any one would do; empty when one is there. */
  readonly anyPaper: readonly string[]
  /** Papers that are there but out of date at the event, or from an issuer without the accreditation asked for. */
  readonly invalid: readonly { readonly paper: Paper; readonly reason: 'expired' | 'accreditation' }[]
  readonly facts: readonly string[]
  readonly provides: readonly string[]
  readonly reason: boolean
  readonly until: boolean
}

/** Where papers and facts are asked for: at one event of a system. */
export interface AtEvent {
  readonly system: SystemManifest
  readonly unit: UnitManifest | undefined
  /** The event's index in the history; for an event that is still to come, the history's length. */
  readonly index: number
  readonly event: string
  readonly on: string
  /** The signals of utilisation that hold on the day: a requirement may ask for one as for an event. */
  readonly signals?: readonly string[]
  /** The first event whose papers, reason and agreed day are the event's own; without it, the event itself. */
  readonly since?: number
}

/** The requirements of a profile that an event brings, in a case. */
export function requirementsAt(
  profile: JurisdictionProfile,
  event: string,
  of: Case,
): readonly Requirement[] {
  return (profile.requirements ?? []).filter(item => item.on.includes(event) && holds(item.when, of))
}

/** What a requirement lacks, or nothing when it is met. */
export function unmetRequirementOf(
  model: Surroundings,
  requirement: Requirement,
  at: AtEvent,
): UnmetRequirement | undefined {
  const papers = papersAt(requirement, at)
  const types = new Set(papers.map(paper => paper.type))
  const wanted = requirement.papers ?? []
  const any = requirement.anyPaper ?? []
  const own = at.system.history.slice(at.since ?? at.index, at.index + 1)
  const unmet: UnmetRequirement = {
    requirement,
    papers: wanted.filter(type => !types.has(type)),
    events: missingEvents(requirement, at),
    anyPaper: any.some(type => types.has(type)) ? [] : any,
    invalid: [...wanted, ...any].flatMap(type => invalidity(requirement, papers.filter(of(type)), at.on)),
    facts: (requirement.facts ?? []).filter(fact => !isFilled(factOf(fact, at))),
    provides: missingServices(model, requirement, at),
    reason: requirement.reason === true && own.every(({ reason }) => reason === undefined),
    until: requirement.until === true && own.every(({ until }) => until === undefined),
  }
  return isMet(unmet) ? undefined : unmet
}

/** Whether nothing is lacking. */
export function isMet(unmet: UnmetRequirement): boolean {
  const { papers, anyPaper, invalid, facts, provides, events } = unmet
  const lists = [papers, anyPaper, invalid, facts, provides, events]
  return lists.every(list => list.length === 0) && !unmet.reason && !unmet.until
}

/** `fresh` asks for one since the event itself came last: an answer to an earlier request answers no second one. */
function missingEvents(
  { events = [], fresh = false }: Requirement,
  { system: { history }, event, index, signals = [] }: AtEvent,
): readonly string[] {
  const last = fresh ? history.slice(0, index).findLastIndex(one => one.event === event) : -1
  const happened = new Set([...history.slice(last + 1, index).map(one => one.event), ...signals])
  return events.filter(wanted => !happened.has(wanted))
}

/** `fresh` asks for the event's own papers; otherwise those of earlier events, the system and its unit count too. */
function papersAt(
  requirement: Requirement,
  { system, unit, index, since = index }: AtEvent,
): readonly Paper[] {
  const papersOf = (events: SystemManifest['history']) => events.flatMap(({ papers = [] }) => papers)
  const own = papersOf(system.history.slice(since, index + 1))
  if (requirement.fresh === true) return own
  const before = papersOf(system.history.slice(0, since))
  return [...own, ...before, ...(system.papers ?? []), ...(unit?.papers ?? [])]
}

const of =
  (type: string) =>
  (paper: Paper): boolean =>
    paper.type === type

/** Of several papers of one type, one that is good is enough: a renewed certificate stands beside the old one. */
function invalidity(
  requirement: Requirement,
  papers: readonly Paper[],
  on: string,
): UnmetRequirement['invalid'] {
  const faults = papers.map(paper => ({ paper, reason: faultOf(requirement, paper, on) }))
  if (faults.some(fault => fault.reason === undefined)) return []
  return faults.flatMap(({ paper, reason }) => (reason === undefined ? [] : [{ paper, reason }]))
}

function faultOf(
  requirement: Requirement,
  paper: Paper,
  on: string,
): 'expired' | 'accreditation' | undefined {
  if (requirement.validity === true && paper.until !== undefined && paper.until < on) return 'expired'
  const wanted = requirement.accredited
  return wanted === undefined || paper.accreditation?.startsWith(wanted) === true
    ? undefined
    : 'accreditation'
}

function missingServices(
  model: Surroundings,
  requirement: Requirement,
  { system, on }: AtEvent,
): readonly string[] {
  const wanted = requirement.provides ?? []
  if (wanted.length === 0) return []
  const lines = [...grantsOn(system, on).values()].flatMap(zone => zone.services)
  const held = new Set<string>(lines.flatMap(({ item }) => abilitiesOf(model.catalogue.items, item, on)))
  return wanted.filter(ability => !held.has(ability))
}

/** The value that a fact such as `contacts.security` or `unit.contacts.emergency` names. */
export function factOf(fact: string, { system, unit }: Pick<AtEvent, 'system' | 'unit'>): unknown {
  const ofUnit = fact.startsWith('unit.')
  const keys = (ofUnit ? fact.slice('unit.'.length) : fact).split('.')
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(key) : undefined,
    ofUnit ? unit : system,
  )
}

/** `false` and 0 are answers; only what is absent is unfilled. */
function isFilled(value: unknown): boolean {
  return value !== undefined
}
