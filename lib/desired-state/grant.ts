import type { Delivery, FlavorSpec, QuotaSpec } from '../../generated/types/service.ts'
import type { ServiceLine } from '../../generated/types/system.ts'
import { addressesOf, gibOf, kbpsOf } from '../model/conversion.ts'
import type { CatalogueItem } from '../model/model.ts'
import { deliveredVersionOn } from '../model/version.ts'
import type { FlavorKey } from './desired-state.ts'
import { editionOf } from './flavor.ts'

/** A granted line with what the catalogue delivers for it on the day; lines delivered by hand are not among them. */
export type GrantedLine = { readonly quantity: number } & (
  | { readonly by: 'flavor'; readonly key: Omit<FlavorKey, 'pool'>; readonly flavor: FlavorSpec }
  | { readonly by: 'volume'; readonly volumeType: string; readonly gib: number }
  | { readonly by: 'address'; readonly addresses: number; readonly kbps: number }
  | { readonly by: 'quota'; readonly quota: QuotaSpec }
)

/**
 * The lines of a grant as the cloud sees them, by the version that the catalogue delivers on the day. A line whose item is
 * unknown or has not begun delivers nothing; rules report it. Lines of a phase, or for a load that swings, have come from
 * `grantsOn` and are there only on their days (XS-19.2, ZJ-10b, JQ-9).
 */
export function grantedLines(
  lines: readonly ServiceLine[],
  items: ReadonlyMap<string, CatalogueItem>,
  asOf: string,
): readonly GrantedLine[] {
  return lines.flatMap(({ item: id, quantity }) => {
    const item = items.get(id)?.value
    const version = item && deliveredVersionOn(item, asOf)
    if (item === undefined || version === undefined) return []
    const delivered = deliveredBy(version.delivery, id, quantity, edition => editionOf(item, edition))
    return delivered === undefined ? [] : [{ ...delivered, quantity }]
  })
}

/** Of all addresses together, in kbit/s. */
export function bandwidthOf(lines: readonly GrantedLine[]): number {
  return lines.reduce((total, line) => total + (line.by === 'address' ? line.kbps : 0), 0)
}

type Delivered = GrantedLine extends infer Line
  ? Line extends { quantity: number }
    ? Omit<Line, 'quantity'>
    : never
  : never

function deliveredBy(
  { by, flavor, volume, address, quota }: Delivery,
  item: string,
  quantity: number,
  edition: (flavor: FlavorSpec) => number,
): Delivered | undefined {
  if (by === 'flavor' && flavor !== undefined) return { by, key: { item, edition: edition(flavor) }, flavor }
  if (by === 'volume' && volume !== undefined)
    return { by, volumeType: volume.volumeType, gib: gibOf(volume, quantity) }
  if (by === 'address' && address !== undefined)
    return { by, addresses: addressesOf(address, quantity), kbps: kbpsOf(address, quantity) }
  if (by === 'quota' && quota !== undefined) return { by, quota }
  return undefined
}
