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

type Items = ReadonlyMap<string, CatalogueItem>

/**
 * What so many of an item come to on a day: members stand for their bundle. What is unknown, or has not begun, delivers
 * nothing, nor does a bundle within itself; rules report both.
 */
export function deliveredParts(
  items: Items,
  { item, quantity }: Quantity,
  date: string,
): readonly DeliveredPart[] {
  return partsOf(items, { item, quantity }, date, [])
}

function partsOf(
  items: Items,
  { item, quantity }: Quantity,
  date: string,
  within: readonly string[],
): readonly DeliveredPart[] {
  const value = items.get(item)?.value
  const delivery = value && deliveredVersionOn(value, date)?.delivery
  if (value === undefined || delivery === undefined || within.includes(item)) return []
  if (delivery.by !== 'bundle') return [{ item, quantity, value, delivery }]
  return membersOf(delivery).flatMap(member =>
    partsOf(items, { item: member.item, quantity: member.quantity * quantity }, date, [...within, item]),
  )
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
