import type { Delivery, FlavorSpec, QuotaSpec, ServiceItem } from '../../generated/types/service.ts'
import type { ServiceLine } from '../../generated/types/system.ts'
import { deliveredTogether } from '../model/bundle.ts'
import { addressesOf, gibOf, kbpsOf, kbpsPerMbps } from '../model/conversion.ts'
import type { CatalogueItem } from '../model/model.ts'
import { serversOf } from '../model/servers.ts'
import { deliveredVersionOn } from '../model/version.ts'
import type { FlavorKey } from './desired-state.ts'
import { editionOf } from './flavor.ts'

/** A granted line with what the catalogue delivers for it on the day; lines delivered by hand are not among them. */
export type GrantedLine = { readonly quantity: number } & (
  | { readonly by: 'flavor'; readonly key: Omit<FlavorKey, 'pool'>; readonly flavor: FlavorSpec }
  | { readonly by: 'volume'; readonly volumeType: string; readonly gib: number }
  | { readonly by: 'address'; readonly addresses: number; readonly kbps: number }
  | {
      readonly by: 'quota'
      readonly quota: QuotaSpec
      /** How many servers the granted cores are enough for. */
      readonly servers: number
      /** The flavors that they may have. */
      readonly flavors: readonly Omit<FlavorKey, 'pool'>[]
    }
)

/**
 * The lines of a grant as the cloud sees them, by the version that the catalogue delivers on the day: one an item, the members
 * of bundles among them, for how a quantity is spread over lines makes no difference. A line whose item is unknown or has not begun delivers nothing;
 * rules report it. Lines of a phase, or for a load that swings, have come from `grantsOn` and are there only on their days
 * (XS-19.2, ZJ-10b, JQ-9).
 */
export function grantedLines(
  lines: readonly ServiceLine[],
  items: ReadonlyMap<string, CatalogueItem>,
  asOf: string,
): readonly GrantedLine[] {
  return deliveredTogether(items, lines, asOf).flatMap(({ delivery, value, quantity }) => {
    const delivered = deliveredBy(delivery, { item: value, quantity, items, asOf })
    return delivered === undefined ? [] : [{ ...delivered, quantity }]
  })
}

type Delivered = GrantedLine extends infer Line
  ? Line extends { quantity: number }
    ? Omit<Line, 'quantity'>
    : never
  : never

interface Granted {
  readonly item: ServiceItem
  readonly quantity: number
  readonly items: ReadonlyMap<string, CatalogueItem>
  readonly asOf: string
}

function deliveredBy(delivery: Delivery, { item, quantity, items, asOf }: Granted): Delivered | undefined {
  const { by, flavor, volume, address, quota, flavors = [] } = delivery
  if (by === 'flavor' && flavor !== undefined)
    return { by, key: { item: item.id, edition: editionOf(item, flavor) }, flavor }
  if (by === 'volume' && volume !== undefined)
    return { by, volumeType: volume.volumeType, gib: gibOf(volume, quantity) }
  if (by === 'address' && address !== undefined)
    return { by, addresses: addressesOf(address, quantity), kbps: kbpsOf(address, quantity) }
  if (by === 'quota' && quota !== undefined)
    return {
      by,
      quota,
      servers: serversOf(delivery, quantity, items, asOf),
      flavors: flavors.flatMap(id => flavorKeyOf(items.get(id)?.value, asOf)),
    }
  return undefined
}

function flavorKeyOf(item: ServiceItem | undefined, asOf: string): readonly Omit<FlavorKey, 'pool'>[] {
  const flavor = item && deliveredVersionOn(item, asOf)?.delivery.flavor
  if (item === undefined || flavor === undefined) return []
  return [{ item: item.id, edition: editionOf(item, flavor) }]
}

/** How wide a grant's uplink is, in kbit/s; 0 where it has none. */
export function bandwidthOf(lines: readonly GrantedLine[]): number {
  return lines.reduce((total, line) => total + bandwidthIn(line), 0)
}

function bandwidthIn(line: GrantedLine): number {
  if (line.by === 'address') return line.kbps
  return line.by === 'quota' ? line.quantity * (line.quota.bandwidthMbps ?? 0) * kbpsPerMbps : 0
}
