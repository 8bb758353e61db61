import type { Part, Row } from '../document.ts'
import { type Density, rowHeights, textHeightOf } from './heights.ts'
import { tableFrom, tableUntil } from './placed.ts'

/** What stands on one page, and how high it is. */
export interface Page {
  readonly parts: readonly Part[]
  /** In millimetres, of all rows of the page's tables. */
  readonly heights: ReadonlyMap<Row, number>
  readonly used: number
}

/** A page is left this empty, or less, so that a part of the form begins on the next. */
const fullEnough = 0.55

/** Of a list, at least so many rows stand together. */
const together = 3

/**
 * Parts set on pages. Programs break tables in different ways, so the breaks are made here: before a part of the form
 * where one begins late enough on the page, else in a list, whose head is there again on the next page.
 * @param room of the first page and of the others, in millimetres
 */
export function paginate(
  parts: readonly Part[],
  density: Density,
  room: { readonly first: number; readonly next: number },
): readonly Page[] {
  const pages: Page[] = []
  let rest = parts
  while (rest.length > 0) {
    const { page, left } = fill(rest, density, pages.length === 0 ? room.first : room.next)
    pages.push(page)
    rest = left
  }
  return pages
}

interface Filled {
  readonly page: Page
  readonly left: readonly Part[]
}

function fill(parts: readonly Part[], density: Density, room: number): Filled {
  const heights = new Map<Row, number>()
  let used = 0
  for (const [index, part] of parts.entries()) {
    const before = parts.slice(0, index)
    const after = parts.slice(index + 1)
    const own = part.kind === 'table' ? rowHeights(part.rows, density) : new Map<Row, number>()
    const height = part.kind === 'table' ? sum(own.values()) : textHeightOf(part)
    if (used + height <= room) {
      for (const [row, value] of own) heights.set(row, value)
      used += height
      continue
    }
    const end = part.kind === 'table' ? breakOf(part.rows, own, { used, room }) : 0
    if (part.kind !== 'table' || end === 0) {
      // Something always goes on a page, or nothing would ever.
      if (before.length > 0) return { page: { parts: before, heights, used }, left: parts.slice(index) }
      return { page: { parts: [part], heights: own, used: height }, left: after }
    }
    const upper = tableUntil(part.rows, end)
    const upperHeights = new Map(upper.map((row, at) => [row, own.get(part.rows[at] ?? row) ?? 0]))
    return {
      page: {
        parts: [...before, { kind: 'table', rows: upper }],
        heights: new Map([...heights, ...upperHeights]),
        used: used + sum(upperHeights.values()),
      },
      left: [{ kind: 'table', rows: withHead(tableFrom(part.rows, end)) }, ...after],
    }
  }
  return { page: { parts, heights, used }, left: [] }
}

function withHead(rows: readonly Row[]): readonly Row[] {
  const head = rows[0]?.head
  return head === undefined ? rows : [head, ...rows]
}

/** How many rows of a table stay on the page; 0 when it is better begun on the next. */
function breakOf(
  rows: readonly Row[],
  heights: ReadonlyMap<Row, number>,
  { used, room }: { readonly used: number; readonly room: number },
): number {
  const ends = rows.map((_, index) => used + sum(rows.slice(0, index).map(row => heights.get(row) ?? 0)))
  const most = ends.findLastIndex(end => end <= room)
  const allowed = (at: number): boolean => at > 0 && rows[at - 1]?.keepNext !== true
  const part = ends.findLastIndex(
    (end, at) => at <= most && end >= room * fullEnough && allowed(at) && rows[at]?.begins === true,
  )
  if (part > 0) return part
  const inList = rows.findLastIndex((_, at) => at <= most && allowed(at) && keepsTogether(rows, at))
  if (inList > 0) return inList
  return Math.max(
    rows.findLastIndex((_, at) => at <= most && allowed(at)),
    used > 0 ? 0 : 1,
  )
}

/** Whether enough of a list stands on either side of a break. */
function keepsTogether(rows: readonly Row[], at: number): boolean {
  const head = rows[at]?.head
  if (head === undefined) return true
  const inList = (row: Row): boolean => row.head === head
  const above = rows.slice(0, at).filter(inList).length
  const below = rows.slice(at).filter(inList).length
  return (above === 0 || above >= together) && below >= together
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
