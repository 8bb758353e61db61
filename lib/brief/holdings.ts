import type { ServiceLine } from '../../generated/types/system.ts'
import { grantIndexOn, hasEnded, type Services } from '../entitlement/index.ts'
import type { Model, System } from '../model/model.ts'
import { plannedSystem, type SystemChange } from './change.ts'

/** What the system of a change holds now, and what once all is granted. */
export function heldBeforeAndAfter(change: SystemChange): readonly [before: Services, planned: Services] {
  const { before, planned, had } = change
  return [heldServices(before, had), heldServices(planned, plannedSystem(change))]
}

/** What a system is granted from a day on, later phases too; nothing where it has ended or is not there. */
function heldServices(model: Model, system: System | undefined): Services {
  if (system === undefined || hasEnded(model, system)) return {}
  const { history } = system.value
  const grants = history[grantIndexOn(history, model.asOf)]?.grants ?? {}
  return Object.fromEntries(
    Object.entries(grants).map(([zone, { pool, services }]) => [
      zone,
      {
        ...(pool === undefined ? {} : { pool }),
        services: services.filter(({ to }) => to === undefined || to >= model.asOf),
      },
    ]),
  )
}

/** Every line of some services, and the first day on which any of them is in force. */
export function linesFrom(
  services: Services,
  day: string,
): { readonly lines: readonly ServiceLine[]; readonly on: string } {
  const lines = Object.values(services).flatMap(zone => zone.services)
  const first = lines.map(({ from = day }) => (from > day ? from : day)).toSorted()[0]
  return { lines, on: first ?? day }
}
