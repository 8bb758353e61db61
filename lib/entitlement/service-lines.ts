import type { ServiceLine, SystemZone, ZoneGrant } from '../../generated/types/system.ts'
import { intersectPeriods, type Period, periodOf } from '../clock/period.ts'
import type { DataPath } from '../finding/finding.ts'
import { entryOf } from '../model/entry.ts'
import type { Model, Surroundings, System } from '../model/model.ts'
import { poolOf } from '../model/pool.ts'
import { systemView } from '../model/view.ts'
import { hasEnded, profileOf } from './end-of-life.ts'
import { grantPeriodsOf } from './grant-periods.ts'

/** What a system asks for, or holds by one grant, in one zone. */
export interface ZoneUse {
  readonly system: System
  readonly zone: string
  readonly pool: string
  /** The zone's place, from the manifest's root. */
  readonly path: DataPath
  readonly value: SystemZone | ZoneGrant
  /** The granting event's index in the history; undefined for what is asked for. */
  readonly event: number | undefined
  /** The days that it covers: from today on for what is asked for, or from the request where that is still to come, as long as the grant holds for a grant. */
  readonly span: Period
  /** Whether it still matters today or later: not a grant of the past, nor the wish of a system that has ended. */
  readonly current: boolean
}

/** A service line of a system, asked for or granted. */
export interface LineUse extends Omit<ZoneUse, 'value'> {
  readonly line: ServiceLine
}

function requestsIn(model: Surroundings, system: System): ZoneUse[] {
  const current = !hasEnded(model, system)
  const since = askedOn(model, system)
  const span = { from: since > model.asOf ? since : model.asOf, until: undefined }
  return Object.entries(system.value.zones).map(([zone, value]) => ({
    system,
    zone,
    pool: poolOf(value),
    path: ['zones', zone],
    value,
    event: undefined,
    span,
    current,
  }))
}

/** The day of the last request: on an earlier day, nobody had asked for what the manifest asks for now. */
function askedOn(model: Surroundings, system: System): string {
  const events = profileOf(model, system)?.lifecycle.events
  const { history } = system.value
  const asked = history.findLast(({ event }) => entryOf(events, event)?.requests === true) ?? history[0]
  return asked?.on ?? ''
}

function grantsIn(model: Surroundings, system: System): ZoneUse[] {
  const profile = profileOf(model, system)
  if (profile === undefined) return []
  const { history } = system.value
  return grantPeriodsOf(profile, history).flatMap(({ event, ...span }) => {
    const current = span.until === undefined || span.until > model.asOf
    return Object.entries(history[event]?.grants ?? {}).map(([zone, value]) => ({
      system,
      zone,
      pool: poolOf(value),
      path: ['history', event, 'grants', zone],
      value,
      event,
      span,
      current,
    }))
  })
}

/** What a system asks for in each zone, then what each of its grants gives. */
export const zoneUsesIn = systemView((around, system): readonly ZoneUse[] => [
  ...requestsIn(around, system),
  ...grantsIn(around, system),
])

/** Half a million of these come and go over ten thousand systems, so that each only knows its place. */
class PlacedLine implements LineUse {
  readonly line: ServiceLine
  readonly span: Period
  readonly #use: ZoneUse
  readonly #index: number

  constructor(use: ZoneUse, line: ServiceLine, index: number) {
    this.#use = use
    this.#index = index
    this.line = line
    this.span =
      line.from === undefined && line.to === undefined
        ? use.span
        : intersectPeriods(use.span, periodOf(line.from, line.to))
  }

  get system(): System {
    return this.#use.system
  }

  get zone(): string {
    return this.#use.zone
  }

  get pool(): string {
    return this.#use.pool
  }

  get event(): number | undefined {
    return this.#use.event
  }

  get current(): boolean {
    return this.#use.current
  }

  get path(): DataPath {
    return [...this.#use.path, 'services', this.#index]
  }
}

function placedLines(use: ZoneUse): LineUse[] {
  return use.value.services.map((line, index) => new PlacedLine(use, line, index))
}

/** Every line of a system, asked for or granted. A line's span may have no day at all. */
export const linesIn = systemView((around, system): readonly LineUse[] =>
  zoneUsesIn(around, system).flatMap(placedLines),
)

/** The lines that catalogue and platform must still satisfy: see `ZoneUse.current`. */
export const currentLinesIn = systemView((around, system): readonly LineUse[] =>
  linesIn(around, system).filter(use => use.current),
)

export const grantedLinesIn = systemView((around, system): readonly LineUse[] =>
  linesIn(around, system).filter(use => use.event !== undefined),
)

/** The granted lines of all systems, in the model's order. */
export function grantedLinesOf(model: Model): readonly LineUse[] {
  return model.systems.flatMap(system => grantedLinesIn(model, system))
}
