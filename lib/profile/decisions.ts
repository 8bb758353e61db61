import type { Decision, JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import { holdsOn, periodOf } from '../clock/period.ts'
import type { Text } from '../finding/finding.ts'
import { view } from '../model/view.ts'
import { articlePlace, citationIn, roleTerm } from '../term/index.ts'

/**
 * A profile as it holds on a day: what the text lays down, and what the authority has decided by then of what the text
 * leaves open. A decision adds; a rule of its own refuses one that says again what the text says.
 */
export function profileWithDecisions(profile: JurisdictionProfile, day: string): JurisdictionProfile {
  const held = (profile.decisions ?? []).map(({ decided }) => holdOn(decided, day))
  return asHeld(profile)(held.join())
}

type Hold = 'not-yet' | 'holds' | 'over'

function holdOn(decided: Decision['decided'], day: string): Hold {
  if (decided === undefined || decided.on > day) return 'not-yet'
  return decided.to !== undefined && decided.to < day ? 'over' : 'holds'
}

/** One value for all days on which the same decisions hold, so that what is worked out from it is worked out once. */
const asHeld = view((profile: JurisdictionProfile) => {
  const made = new Map<string, JurisdictionProfile>()
  return (key: string): JurisdictionProfile => {
    const known = made.get(key) ?? withHeld(profile, key.split(','))
    made.set(key, known)
    return known
  }
})

function withHeld(profile: JurisdictionProfile, held: readonly string[]): JurisdictionProfile {
  return (profile.decisions ?? []).reduce((whole, decision, index) => {
    if (held[index] === 'not-yet') return whole
    return withDecision(whole, held[index] === 'over' ? remainderOf(decision) : decision)
  }, profile)
}

/**
 * What is left of a decision once its last day has passed: what happened while it held is still judged by it, which
 * `bindsOn` tells of each day. Of what is asked on the day itself nothing is left.
 */
function remainderOf(decision: Decision): Decision {
  const kept: ReadonlySet<string> = new Set<keyof Decision>([
    'lifecycle',
    'requirements',
    'prohibitions',
    'deadlines',
    'routines',
    'largeRequest',
    'budget',
    'emergency',
  ])
  const { id, name, leftOpen, ...parts } = decision
  const remaining = Object.entries(parts).filter(([key]) => kept.has(key))
  return { id, name, leftOpen, ...Object.fromEntries(remaining) }
}

function withDecision(profile: JurisdictionProfile, decision: Decision): JurisdictionProfile {
  const { id: _id, name: _name, leftOpen: _leftOpen, decided: _decided, lifecycle, ...own } = decision
  // Words of decisions are read where they stand: what is written with one stays readable once the decision has ended.
  const { vocabulary: _vocabulary, ...parts } = own
  const {
    requirements = [],
    prohibitions = [],
    deadlines = [],
    routines = [],
    approvals = [],
    billing,
    mlps,
    scope,
    ...rules
  } = parts
  const { states, events } = profile.lifecycle
  return {
    ...rules,
    ...profile,
    lifecycle: {
      ...profile.lifecycle,
      states: { ...lifecycle?.states, ...states },
      events: { ...lifecycle?.events, ...events },
    },
    requirements: [...(profile.requirements ?? []), ...requirements],
    prohibitions: [...(profile.prohibitions ?? []), ...prohibitions],
    deadlines: [...(profile.deadlines ?? []), ...deadlines],
    routines: [...(profile.routines ?? []), ...routines],
    approvals: [...(profile.approvals ?? []), ...approvals],
    billing: { ...billing, ...profile.billing },
    mlps: { ...mlps, ...profile.mlps },
    scope: { ...scope, ...profile.scope },
  }
}

const byPart = new WeakMap<JurisdictionProfile, ReadonlyMap<object, Decision>>()

/** The decision that a part of a profile comes from: a requirement, a deadline, an event; undefined of the text's own. */
export function decisionBehind(profile: JurisdictionProfile, part: object): Decision | undefined {
  const known = byPart.get(profile) ?? partsOfDecisions(profile)
  byPart.set(profile, known)
  return known.get(part)
}

function partsOfDecisions({ decisions = [] }: JurisdictionProfile): ReadonlyMap<object, Decision> {
  const parts = new Map<object, Decision>()
  const enter = (value: unknown, decision: Decision): void => {
    if (typeof value !== 'object' || value === null) return
    parts.set(value, decision)
    for (const member of Object.values(value)) enter(member, decision)
  }
  for (const decision of decisions) enter(decision, decision)
  return parts
}

/** Whether a duty binds what happens on a day: one that was decided binds from that day, and not what came before. */
export function bindsOn(profile: JurisdictionProfile, duty: object, day: string): boolean {
  const decided = decisionBehind(profile, duty)?.decided
  return decided === undefined || holdsOn(periodOf(decided.on, decided.to), day)
}

/** Who decided a part of a profile and on which paper, to be shown; undefined of what the text lays down. */
export function deciderOf(profile: JurisdictionProfile, part: object): string | undefined {
  const decided = decisionBehind(profile, part)?.decided
  return decided && `${roleName(profile, decided.by)}${decided.paper}`
}

/** What a part of a profile rests on, to be shown: its article, or who decided it and on which paper; else nothing. */
export function groundOf(profile: JurisdictionProfile, part: { readonly article?: string }): string {
  return part.article ?? deciderOf(profile, part) ?? ''
}

/** The same in words, with the regulation: `《大同市政务云管理办法》第二十三条`. */
export function citedGround(profile: JurisdictionProfile, part: { readonly article?: string }): Text {
  return part.article === undefined ? groundTerm(profile, part) : citationIn(profile, part.article)
}

/** The same in words: `第二十三条` of the regulation, or whose decision it is. */
export function groundTerm(profile: JurisdictionProfile, part: { readonly article?: string }): Text {
  if (part.article !== undefined) return articlePlace(profile, part.article)
  const decided = decisionBehind(profile, part)?.decided
  if (decided === undefined) return { zh: '', en: '' }
  const { zh, en } = roleTerm(profile, decided.by)
  return { zh: `${zh}${decided.paper}`, en: `decided by the ${en}, “${decided.paper}”` }
}

function roleName({ roles }: JurisdictionProfile, role: string): string {
  return Object.entries(roles).find(([id]) => id === role)?.[1].name ?? role
}
