import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import type { Decision, PartVerdict } from '../approval/index.ts'
import { firstAdded, headSystems, judgingProfile } from '../change/changed.ts'
import { dayInChina } from '../clock/instant.ts'
import { requestsIn, type Step, wayToAnyOf } from '../lifecycle/index.ts'
import { entryOf } from '../model/entry.ts'
import type { Model, System } from '../model/model.ts'
import { exchangeEnds } from '../network/exposure.ts'
import type { Answer, DecidedEvent, GrantSchema } from './answers.ts'
import { decidedBy } from './decided-by.ts'

/** What is decided: the change by its two sides, the verdict, and the day on which it came to the target branch. */
export interface Decided {
  readonly base: Model
  readonly head: Model
  readonly decision: Decision
  /** `YYYY-MM-DD` */
  readonly day: string
}

/**
 * What an approved change answers: for each system that made a request with it, the decisions on that. Before the day
 * from which evidence decides, they are typed.
 */
export function answersTo({ base, head, decision, day }: Decided): readonly Answer[] {
  const from = base.catalogue.platform.value.evidence?.from
  if (decision.status !== 'approved' || from === undefined || day < from) return []
  return [...headSystems(base, head)].flatMap(({ before, system }) => {
    const profile = judgingProfile(base, head, system)
    const parts = decision.parts.filter(({ asked }) => asked.system === system.address)
    if (profile === undefined || parts.length === 0) return []
    return answerTo({ profile, parts, day }, system, firstAdded(before)) ?? []
  })
}

/** What a record is of: the target branch before it and with it. */
export interface RatifiedStretch {
  /** Of the record. */
  readonly number: number
  readonly base: Model
  readonly head: Model
}

/**
 * What an approved change answers of what it ratifies: each request that came with that, where no later one has taken it
 * over. The decision stands behind all that people have written by now.
 */
export function answersToRatified(
  { base, head, decision, day }: Decided,
  ratified: RatifiedStretch,
): readonly Answer[] {
  const { platform } = base.catalogue
  const then = { ...ratified.base, catalogue: { ...ratified.base.catalogue, platform } }
  return answersTo({ base: then, head: ratified.head, decision, day }).flatMap(answer => {
    const system = head.systemByAddress.get(answer.system)
    const profile = system && judgingProfile(base, head, system)
    if (system === undefined || profile === undefined) return []
    const last = [...requestsIn(profile, system.value.history)].at(-1)
    const { index, written } = amongWritten(system, last?.index ?? 0)
    return last !== undefined && index === answer.request.index ? [{ ...answer, written }] : []
  })
}

interface Verdicts {
  readonly profile: JurisdictionProfile
  readonly parts: readonly PartVerdict[]
  readonly day: string
}

/** The last request alone is answered: the one before it was taken over by it. */
function answerTo(verdicts: Verdicts, system: System, start: number): Answer | undefined {
  const { profile, parts } = verdicts
  const kinds = new Set(parts.map(({ asked }) => asked.kind))
  const request = [...requestsIn(profile, system.value.history)].findLast(({ index }) => index >= start)
  const way = request && wayToAnyOf(profile, request, kinds)
  if (request === undefined || way === undefined) return undefined
  const { event, on } = request.event
  const { index, written } = amongWritten(system, request.index)
  const events = decidedEvents(verdicts, system, request, way)
  return {
    schema: schemaOf(events),
    system: system.address,
    written,
    request: { index, event, on },
    events,
  }
}

function schemaOf(events: readonly GrantedEvent[]): GrantSchema {
  const exchange = events.flatMap(event => event.exchange ?? [])
  if (exchange.some(line => exchangeEnds(line).some(({ tier }) => tier !== undefined)))
    return 'tenantry-grant/v3'
  const zones = events.flatMap(({ grants = {} }) => Object.values(grants))
  return zones.some(({ tiers }) => tiers !== undefined) ? 'tenantry-grant/v2' : 'tenantry-grant/v1'
}

/** The index of an event among those that people wrote, and how many these are. */
function amongWritten({ document, value }: System, index: number) {
  const isWritten = (_: unknown, at: number) => document.recordOf?.(at) === undefined
  return {
    index: value.history.slice(0, index).filter(isWritten).length,
    written: value.history.filter(isWritten).length,
  }
}

/** A decided event of our own making. */
type GrantedEvent = DecidedEvent & Pick<HistoryEvent, 'grants' | 'exchange'>

/** Each on the day of its decision: of a step on the way, that on which those who take it had reviewed. */
function decidedEvents(
  { profile, parts, day }: Verdicts,
  { value }: System,
  request: Step,
  way: readonly string[],
): readonly GrantedEvent[] {
  let since = request.event.on
  return way.map((event, at) => {
    const { actor } = entryOf(profile.lifecycle.events, event) ?? {}
    const reviewed = at < way.length - 1 ? lastReview(parts, actor) : undefined
    const on = reviewed !== undefined && reviewed < day ? reviewed : day
    since = on > since ? on : since
    return { ...decidedBy(profile, value, request, event), on: since }
  })
}

/** The day of the last approval in the steps of a role; undefined where the policy has none of it. */
function lastReview(parts: readonly PartVerdict[], role: string | undefined): string | undefined {
  if (role === undefined) return undefined
  const days = parts.flatMap(({ verdict }) =>
    verdict.steps
      .filter(({ step }) => step.roles.includes(role))
      .flatMap(({ by }) => by.map(({ at }) => dayInChina(at))),
  )
  return days.sort().at(-1)
}
