import { intersectPeriods, isEmptyPeriod, periodOf } from '../../../clock/period.ts'
import { type ZoneUse, zoneUsesIn } from '../../../entitlement/index.ts'
import { type Finding, finding } from '../../../finding/finding.ts'
import type { Surroundings } from '../../../model/model.ts'
import { itemTerm } from '../../../term/index.ts'
import { place, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const lineRepeated: SystemRule = {
  code: 'TY3111',
  severity: 'error',
  title: text('同一服务项在重叠的期间内写了两行。', 'One item stands in two lines whose periods overlap.'),
  why: text(
    '分期使用的服务项可写多行，期间不得重叠，否则无法判断两行是相加还是相互取代。须合并为一行，或错开期间。',
    'An item that is used in phases may have several lines, but their periods may not overlap: nobody could tell whether the lines add up or replace each other. Merge them, or move them apart.',
  ),
  *check(surroundings, system) {
    for (const use of zoneUsesIn(surroundings, system)) yield* repeatedIn(surroundings, use)
  },
}

function* repeatedIn(surroundings: Surroundings, { system, path, value }: ZoneUse): Generator<Finding> {
  const lines = value.services.map((line, index) => ({
    line,
    index,
    span: periodOf(line.from ?? '', line.to),
  }))
  // Servers of one size and of two operating systems are two kinds of servers: they add up.
  for (const sameItem of Map.groupBy(lines, ({ line }) => `${line.item} ${line.os ?? ''}`).values()) {
    if (sameItem.length === 1) continue
    const inOrder = sameItem.toSorted((a, b) => (a.span.from < b.span.from ? -1 : 1))
    let longest = inOrder[0]
    for (const entry of inOrder.slice(1)) {
      if (longest !== undefined && !isEmptyPeriod(intersectPeriods(longest.span, entry.span))) {
        const { zh, en } = itemTerm(surroundings, entry.line.item)
        const [first, again] = longest.index < entry.index ? [longest, entry] : [entry, longest]
        yield finding(lineRepeated, place(system, ...path, 'services', again.index), {
          message: text(
            `${zh}已有一行，且期间重叠；请合并，或错开期间`,
            `${en} already has a line, and their periods overlap; merge them or move them apart`,
          ),
          related: [related(place(system, ...path, 'services', first.index), '另一行', 'the other line')],
        })
      }
      if (longest !== undefined && endsLater(entry.span.until, longest.span.until)) longest = entry
    }
  }
}

function endsLater(a: string | undefined, b: string | undefined): boolean {
  return b !== undefined && (a === undefined || a > b)
}
