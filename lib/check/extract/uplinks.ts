import type { System } from '../../model/model.ts'
import { type ExtractedModel, extractIn } from './extract.ts'
import type { DrawExtract } from './grant-extract.ts'

/** Addresses of a zone's egress network that grants take on a day. */
export interface UplinkUse {
  readonly day: string
  /** Granted addresses, each of which a floating one. */
  readonly addresses: number
  /** Systems with an uplink, whose routers stand in the egress network with an address of each IP version. */
  readonly routers: number
  /** The grant that came last. */
  readonly newest: { readonly system: System; readonly event: number } | undefined
}

interface Draw {
  readonly system: System
  readonly event: number
  readonly from: string
  readonly until: string | undefined
  readonly addresses: number
}

/** The first day from today on when a zone's grants take more than fits, by a measure of the use. */
export function firstUplinkShortage(
  model: ExtractedModel,
  zone: string,
  fits: (use: Pick<UplinkUse, 'addresses' | 'routers'>) => boolean,
): UplinkUse | undefined {
  const draws = drawsIn(model, zone)
  const most = { addresses: sum(draws), routers: new Set(draws.map(({ system }) => system)).size }
  // Nearly always all grants of all times fit together, and no day has to be looked at.
  if (fits(most)) return undefined
  for (const day of [...new Set(draws.map(({ from }) => from))].sort()) {
    const then = draws.filter(({ from, until }) => from <= day && (until === undefined || day < until))
    const use = { addresses: sum(then), routers: new Set(then.map(({ system }) => system)).size }
    if (!fits(use)) return { ...use, day, newest: newestOf(then) }
  }
  return undefined
}

function drawsIn(model: ExtractedModel, zone: string): readonly Draw[] {
  return model.systems.flatMap(system =>
    extractIn(model, system)
      .draws.filter(({ zone: of, amounts }) => of === zone && hasUplink(amounts))
      .map(({ event, from, until, amounts }) => ({
        system,
        event,
        from,
        until,
        addresses: amounts.addresses ?? 0,
      })),
  )
}

/** Bandwidth alone takes a gateway as well. */
function hasUplink({ addresses = 0, bandwidthMbps = 0 }: DrawExtract['amounts']): boolean {
  return addresses > 0 || bandwidthMbps > 0
}

function sum(draws: readonly Draw[]): number {
  return draws.reduce((total, { addresses }) => total + addresses, 0)
}

function newestOf(draws: readonly Draw[]): Draw | undefined {
  const key = ({ system, event }: Draw) => `${system.value.history[event]?.on} ${system.address}`
  return draws.toSorted((a, b) => (key(a) < key(b) ? 1 : -1))[0]
}
