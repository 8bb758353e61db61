import { holdsOn, isEmptyPeriod } from '../../../clock/period.ts'
import { currentLinesIn, type LineUse } from '../../../entitlement/index.ts'
import { heldItems } from '../../../model/bundle.ts'
import type { Surroundings, System } from '../../../model/model.ts'

/** A line, and all of its zone that are asked for or granted with it, itself among them. */
export interface LineBeside {
  readonly use: LineUse
  readonly beside: readonly LineUse[]
}

/** Of the lines of a system that still count those that are looked for, each with what stands beside it. */
export function linesBeside(
  surroundings: Surroundings,
  system: System,
  isWanted: (use: LineUse) => boolean,
): readonly LineBeside[] {
  const lines = currentLinesIn(surroundings, system).filter(({ span }) => !isEmptyPeriod(span))
  return lines.filter(isWanted).map(use => ({
    use,
    beside: lines.filter(({ zone, event }) => zone === use.zone && event === use.event),
  }))
}

/** The days of a line, from today on, on which what stands beside it can be other than before. */
export function turningDays(
  { asOf }: Surroundings,
  { use: { span }, beside }: LineBeside,
): readonly string[] {
  const start = span.from > asOf ? span.from : asOf
  const days = [start, ...beside.flatMap(({ span: { from, until } }) => [from, until ?? start])]
  return [...new Set(days)].filter(day => day >= start && holdsOn(span, day)).toSorted()
}

/** How many of each item lines come to on a day; a bundle counts as itself and as what it holds. */
export function heldOn(
  { catalogue }: Surroundings,
  lines: readonly LineUse[],
  day: string,
): ReadonlyMap<string, number> {
  const held = new Map<string, number>()
  for (const { line } of lines.filter(({ span }) => holdsOn(span, day)))
    for (const { item, quantity } of heldItems(catalogue.items, line, day))
      held.set(item, (held.get(item) ?? 0) + quantity)
  return held
}
