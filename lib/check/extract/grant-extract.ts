import type { Delivery, ItemVersion } from '../../../generated/types/service.ts'
import { intersectPeriods, isEmptyPeriod, type Period } from '../../clock/period.ts'
import { grantedLinesIn, type LineUse, type Measure, measures } from '../../entitlement/index.ts'
import type { DataPath } from '../../finding/finding.ts'
import { membersOf } from '../../model/bundle.ts'
import { lastVersionOf } from '../../model/last-version.ts'
import type { Surroundings, System } from '../../model/model.ts'
import { view } from '../../model/view.ts'

type Amounts = Partial<Record<Measure['key'], number>>

/** What one grant takes up in a pool, over a stretch of days from today on, of which `until` is no longer one. */
export interface DrawExtract {
  readonly zone: string
  readonly pool: string
  /** The granting event's index in the history. */
  readonly event: number
  readonly from: string
  readonly until?: string
  /** In the deliveries' units. */
  readonly amounts: Readonly<Amounts>
}

/** A line granted without an end, of an item that has a last version. */
export interface EndingExtract {
  readonly item: string
  readonly path: DataPath
}

/** A grant's lines together, as far as they cover the same days. */
export function drawsOf(model: Surroundings, system: System): readonly DrawExtract[] {
  const draws = new Map<string, DrawExtract & { readonly amounts: Amounts }>()
  for (const use of grantedLinesIn(model, system)) {
    for (const { delivery, quantity, span } of deliveriesOf(model, use)) {
      const { zone, pool, event = 0 } = use
      const { from, until } = span
      const key = `${zone} ${pool} ${event} ${from} ${until}`
      const draw = draws.get(key) ?? { zone, pool, event, from, ...(until && { until }), amounts: {} }
      draws.set(key, draw)
      for (const { key: kind, of } of measures) {
        const amount = of(delivery, quantity)
        if (amount > 0) draw.amounts[kind] = (draw.amounts[kind] ?? 0) + amount
      }
    }
  }
  return [...draws.values()]
}

interface Delivered {
  readonly delivery: Delivery
  readonly quantity: number
  readonly span: Period
}

/** What a line delivers from today on: one after the other, by the versions of its item. */
function deliveriesOf(model: Surroundings, { span, line }: LineUse): readonly Delivered[] {
  const ahead = intersectPeriods(span, { from: model.asOf, until: undefined })
  return partsOf(model, line, ahead, [])
}

/** Members stand for their bundle, each by the versions of its own. */
function partsOf(
  model: Surroundings,
  { item, quantity }: { readonly item: string; readonly quantity: number },
  span: Period,
  within: readonly string[],
): readonly Delivered[] {
  if (within.includes(item)) return []
  return (versionsOf(model).get(item) ?? [])
    .map(({ delivery, valid }) => ({ delivery, quantity, span: intersectPeriods(span, valid) }))
    .filter(delivered => !isEmptyPeriod(delivered.span))
    .flatMap(delivered =>
      delivered.delivery.by === 'bundle'
        ? membersOf(delivered.delivery).flatMap(member =>
            partsOf(model, { item: member.item, quantity: member.quantity * quantity }, delivered.span, [
              ...within,
              item,
            ]),
          )
        : [delivered],
    )
}

const versionsOf = view(
  ({ catalogue }: Surroundings) =>
    new Map(
      catalogue.items.entries().map(([id, { value }]) => [
        id,
        value.versions.map(({ from, delivery }) => ({
          delivery,
          valid: { from, until: nextAfter(value.versions, from) },
        })),
      ]),
    ),
)

/** A version is delivered until the next begins, however late that is. */
function nextAfter(versions: readonly ItemVersion[], day: string): string | undefined {
  return versions
    .map(({ from }) => from)
    .filter(from => from > day)
    .toSorted()[0]
}

export function endingsOf(model: Surroundings, system: System): readonly EndingExtract[] {
  return grantedLinesIn(model, system).flatMap(({ current, span, line: { item }, path }) =>
    current && span.until === undefined && lastVersionOf(model, item)?.to !== undefined
      ? [{ item, path }]
      : [],
  )
}
