import { type FormDocument, type Line, lineText, type Row } from '../document.ts'
import { emWidth } from '../width.ts'
import type { Density } from './heights.ts'
import { type Page, paginate } from './paginate.ts'
import { pointsToMillimetres, sizes, textHeight, textWidth } from './typography.ts'

/** From the roomiest to the closest; 五号 is the smallest that offices print. */
const densities: readonly [Density, ...Density[]] = [
  { size: sizes.小四, linePoints: 18, rowHeight: 10 },
  { size: sizes.小四, linePoints: 18, rowHeight: 8.5 },
  { size: sizes.小四, linePoints: 16, rowHeight: 7.5 },
  { size: sizes.五号, linePoints: 14, rowHeight: 7 },
  { size: sizes.五号, linePoints: 13, rowHeight: 6.2 },
]

export const letterDensity: Density = { size: sizes.小四, linePoints: 18, rowHeight: 8.5 }

export const titleLine = 12
const annexLine = 9
export const captionLinePoints = 22
const captionLine = 9

/** Who fills a form in and its number stand in one line where they have room, else one under the other. */
export function captionLines(caption: Line, number: Line): readonly (readonly [left: Line, right: Line])[] {
  const ems = emWidth(lineText([...caption, ...number])) + 1
  const isRoom = ems * pointsToMillimetres(sizes.小四) <= textWidth('form')
  return isRoom || number.length === 0
    ? [[caption, number]]
    : [
        [caption, []],
        [[], number],
      ]
}

/** The page is never filled to the last millimetre: programs measure text a little differently. */
const usable = 0.965

export interface Fitted {
  readonly density: Density
  readonly pages: readonly Page[]
}

/** The roomiest setting with which a form takes the fewest pages, each filled up towards its foot. */
export function fitToPages(document: FormDocument): Fitted {
  const page = textHeight('form') * usable
  const room = { first: page - headHeight(document), next: page }
  const tries = densities.map(density => ({ density, pages: paginate(document.parts, density, room) }))
  const fewest = Math.min(...tries.map(({ pages }) => pages.length))
  const { density, pages } = tries.find(attempt => attempt.pages.length === fewest) ?? {
    density: densities[0],
    pages: [],
  }
  return {
    density,
    pages: pages.map((each, index) => grown(each, (index === 0 ? room.first : room.next) - each.used)),
  }
}

function headHeight({ annex, title, caption, number }: FormDocument): number {
  const lines = caption === undefined && number === undefined ? [] : captionLines(caption ?? [], number ?? [])
  const above = (annex === undefined ? 0 : annexLine) + title.length * titleLine + 5
  return above + lines.length * captionLine
}

/** Growing rows take at most this much more, and other rows at most this share more: a short form need not fill its page. */
const most = { growing: 22, share: 0.25 } as const

function grown(page: Page, spare: number): Page {
  const rows = page.parts.flatMap(part => (part.kind === 'table' ? part.rows : []))
  const height = (row: Row): number => page.heights.get(row) ?? 0
  const weight = rows.reduce((sum, row) => sum + (row.grow ?? 0), 0)
  const each = weight === 0 ? 0 : Math.min(spare / weight, most.growing)
  const rest = spare - each * weight
  const total = rows.filter(row => row.grow === undefined).reduce((sum, row) => sum + height(row), 0)
  const share = total === 0 ? 0 : Math.min(rest / total, most.share)
  return {
    ...page,
    heights: new Map(
      rows.map(row => [
        row,
        row.grow === undefined ? height(row) * (1 + share) : height(row) + each * row.grow,
      ]),
    ),
  }
}
