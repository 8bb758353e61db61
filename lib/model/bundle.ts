import type { Delivery, ServiceItem } from '../../generated/types/service.ts'
import type { CatalogueItem } from './model.ts'
import { deliveredVersionOn } from './version.ts'

/** So many of an item. */
interface Quantity {
  readonly item: string
  readonly quantity: number
}

/** What is delivered for so many of an item: the item itself, or each member of a bundle. */
export interface DeliveredPart extends Quantity {
  readonly value: ServiceItem
  readonly delivery: Delivery
}

/** An item that somebody holds, by itself or within a bundle; without a delivery where it is unknown or has not begun. */
export interface HeldItem extends Quantity {
  readonly value: ServiceItem | undefined
  readonly delivery: Delivery | undefined
}

type Items = ReadonlyMap<string, CatalogueItem>

/**
 * What so many of an item come to on a day: members stand for their bundle. What is unknown, or has not begun, delivers
 * nothing, nor does a bundle within itself; rules report both.
 */
export function deliveredParts(items: Items, line: Quantity, date: string): readonly DeliveredPart[] {
  return heldItems(items, line, date).filter(isDelivered)
}

function isDelivered(held: HeldItem): held is HeldItem & DeliveredPart {
  return held.value !== undefined && held.delivery !== undefined && held.delivery.by !== 'bundle'
}

/** So many of an item, and all that a bundle holds on a day, bundles within it too. */
export function heldItems(items: Items, line: Quantity, date: string): readonly HeldItem[] {
  return heldWithin(items, line, date, [])
}

function heldWithin(
  items: Items,
  { item, quantity }: Quantity,
  date: string,
  within: readonly string[],
): readonly HeldItem[] {
  if (within.includes(item)) return []
  const value = items.get(item)?.value
  const delivery = value && deliveredVersionOn(value, date)?.delivery
  const held = { item, quantity, value, delivery }
  if (delivery?.by !== 'bundle') return [held]
  const members = membersOf(delivery).flatMap(member =>
    heldWithin(items, { item: member.item, quantity: member.quantity * quantity }, date, [...within, item]),
  )
  return [held, ...members]
}

/** What lines come to together on a day, one part an item: how a quantity is spread over lines makes no difference. */
export function deliveredTogether(
  items: Items,
  lines: readonly Quantity[],
  date: string,
): readonly DeliveredPart[] {
  const parts = lines.flatMap(line => deliveredParts(items, line, date))
  return [...Map.groupBy(parts, ({ item }) => item).values()].flatMap(same => {
    const [part] = same
    return part === undefined ? [] : [{ ...part, quantity: same.reduce((sum, one) => sum + one.quantity, 0) }]
  })
}

/** The members of a bundle; none of what is no bundle. */
export function membersOf({ items = [] }: Delivery): readonly Quantity[] {
  return items.map(({ item, quantity = 1 }) => ({ item, quantity }))
}

/** An item and all that its versions, whenever they are valid, deliver or let anybody use. */
export function reachedFrom(items: Items, item: string): ReadonlySet<string> {
  const reached = new Set<string>()
  const next = [item]
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (reached.has(id)) continue
    reached.add(id)
    for (const { delivery } of items.get(id)?.value.versions ?? [])
      next.push(...membersOf(delivery).map(member => member.item), ...(delivery.flavors ?? []))
  }
  return reached
}

/** The abilities that an item provides on a day, a bundle those of its members as well. */
export function abilitiesOf(items: Items, item: string, date: string): readonly string[] {
  const parts = deliveredParts(items, { item, quantity: 1 }, date)
  const own = items.get(item)?.value.provides ?? []
  return [...new Set([...own, ...parts.flatMap(({ value }) => value.provides ?? [])])]
}
