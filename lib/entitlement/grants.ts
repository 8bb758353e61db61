import type { HistoryEvent, ServiceLine, SystemManifest } from '../../generated/types/system.ts'
import { holdsOn, periodOf } from '../clock/period.ts'
import { poolOf } from '../model/pool.ts'

/** What a system may hold in one zone on one day. */
export interface GrantedZone {
  readonly pool: string
  /** The lines in force on the day; empty when every line of the grant lies in the past or the future. */
  readonly services: readonly ServiceLine[]
}

/** What a line says of its days: `from` and `to` both count, and both may be open. */
export interface LineTerm {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Whether a line is in force on a day. */
export function isInForce({ from, to }: LineTerm, date: string): boolean {
  return holdsOn(periodOf(from, to), date)
}

/** The index of the event whose grants hold on a day: the last one written with `on` not after it. */
export function grantIndexOn(history: readonly HistoryEvent[], date: string): number {
  return history.findLastIndex(event => event.grants !== undefined && event.on <= date)
}

/** A system's grant on a day, by zone. A grant replaces the whole of the one before it. */
export function grantsOn(system: SystemManifest, date: string): ReadonlyMap<string, GrantedZone> {
  const grants = system.history[grantIndexOn(system.history, date)]?.grants ?? {}
  return new Map(
    Object.entries(grants).map(([zone, granted]) => [
      zone,
      { pool: poolOf(granted), services: granted.services.filter(line => isInForce(line, date)) },
    ]),
  )
}
