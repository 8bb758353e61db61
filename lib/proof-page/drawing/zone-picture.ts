import type { OpenVerdict } from '../../isolation/pairs.ts'
import { type Html, html } from '../../summary/html.ts'
import type { ProvenZone, Row } from '../content.ts'
import { labelsOf } from '../rows.ts'

/** In units of the picture, which is as wide as the page. */
const size = {
  width: 1000,
  columns: 4,
  margin: 10,
  /** Between boxes, and between a box and its frame. */
  gap: 10,
  /** Between frames. */
  between: 8,
  box: 62,
  title: 22,
  uplink: 34,
} as const

interface Box {
  readonly row: Row
  readonly x: number
  readonly y: number
}

interface Frame {
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box[]
}

/** How wide a sign of a name is. */
const nameSign = 13

/** As many frames of one box each as there are columns fit beside each other; wider ones need less. */
const boxWidth =
  (size.width - 2 * size.margin - (size.columns - 1) * size.between) / size.columns - 2 * size.gap

/**
 * The uplink above, below it each unit as a frame and its systems as boxes. What has an uplink is marked so, and an
 * arrow leads from each system to those that it reaches because one of them names the other.
 */
export function zonePicture({ id, rows: { rows }, name }: ProvenZone, named: readonly OpenVerdict[]): Html {
  const frames = framesOf(rows)
  const boxes = new Map(frames.flatMap(frame => frame.boxes.map(box => [box.row.label, box])))
  const last = frames.at(-1)
  const height = (last === undefined ? size.uplink : last.y + last.height) + size.margin
  return html`<svg class="topology" viewBox="0 0 ${size.width} ${height}" role="img" aria-label="${name.zh}">
<defs><marker id="head-${id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>
<rect class="uplink" x="${size.margin}" y="6" width="${size.width - 2 * size.margin}" height="${size.uplink - 10}" rx="4"/>
<text class="middle" x="${size.width / 2}" y="${size.uplink - 12}">${uplinkText(rows)}</text>
${frames.map(framePart)}
${[...arrowsOf(rows, named)].map(([from, to]) => arrow(id, boxes.get(from), boxes.get(to)))}
</svg>`
}

function uplinkText(rows: readonly Row[]): string {
  const systems = rows.flatMap(row => row.systems)
  const linked = systems.filter(({ kbps }) => kbps !== undefined).length
  return `分区出口 uplink（${linked} / ${systems.length}）`
}

/** Frames beside each other as long as there are columns, then below. */
function framesOf(rows: readonly Row[]): readonly Frame[] {
  const lines: Row[][][] = []
  let free = 0
  for (const same of Map.groupBy(rows, ({ frame }) => frame).values()) {
    const columns = Math.min(size.columns, same.length)
    if (columns > free) {
      lines.push([])
      free = size.columns
    }
    lines.at(-1)?.push(same)
    free -= columns
  }
  let y: number = size.uplink + size.between
  return lines.flatMap(line => {
    const height = Math.max(...line.map(frameHeight))
    const frames = framesAt(line, y, height)
    y += height + size.between
    return frames
  })
}

function frameHeight(rows: readonly Row[]): number {
  return size.title + Math.ceil(rows.length / size.columns) * (size.box + size.gap)
}

function framesAt(line: readonly (readonly Row[])[], y: number, height: number): readonly Frame[] {
  let x: number = size.margin
  return line.map(rows => {
    const columns = Math.min(size.columns, rows.length)
    const width = columns * (boxWidth + size.gap) + size.gap
    const left = x + size.gap
    const boxes = rows.map((row, index) => ({
      row,
      x: left + (index % size.columns) * (boxWidth + size.gap),
      y: y + size.title + Math.floor(index / size.columns) * (size.box + size.gap),
    }))
    const frame = { name: rows[0]?.frame ?? '', x, y, width, height, boxes }
    x += width + size.between
    return frame
  })
}

function framePart({ name, x, y, width, height, boxes }: Frame): Html {
  const most = Math.floor((width - 2 * size.gap) / nameSign)
  return html`<rect class="frame" x="${x}" y="${y}" width="${width}" height="${height}" rx="6"><title>${name}</title></rect>
<text class="frame-name" x="${x + size.gap}" y="${y + 16}">${cut(name, most)}</text>
${boxes.map(boxPart)}`
}

function boxPart({ row, x, y }: Box): Html {
  const { name, systems } = row
  const linked = systems.filter(({ kbps }) => kbps !== undefined).length
  const mark =
    linked === 0
      ? ''
      : html`<text class="linked" x="${x + boxWidth - 8}" y="${y + 16}">↑${linked === 1 ? '' : linked}</text>`
  return html`<g><title>${name}</title><rect class="box" x="${x}" y="${y}" width="${boxWidth}" height="${size.box}" rx="4"/>
<text class="name" x="${x + 8}" y="${y + 18}">${cut(name, 14)}</text>
${linesOf(row).map((line, index) => html`<text class="detail" x="${x + 8}" y="${y + 35 + index * 15}">${cut(line, 32)}</text>`)}${mark}</g>`
}

function linesOf({ systems }: Row): readonly string[] {
  const [only, ...others] = systems
  if (only === undefined) return []
  return others.length > 0 ? [`${systems.length} 个系统 systems`] : only.networks.slice(0, 2)
}

/** From row to row, each once: systems that name each other and lie in other rows. */
function arrowsOf(rows: readonly Row[], named: readonly OpenVerdict[]): Iterable<readonly [string, string]> {
  const labels = labelsOf({ level: 'system', rows })
  const ways = new Map<string, readonly [string, string]>()
  for (const { from, to } of named) {
    const [sender, receiver] = [labels.get(from), labels.get(to)]
    if (sender === undefined || receiver === undefined || sender === receiver) continue
    ways.set(JSON.stringify([sender, receiver]), [sender, receiver])
  }
  return ways.values()
}

function arrow(zone: string, from: Box | undefined, to: Box | undefined): Html {
  if (from === undefined || to === undefined) return html``
  const [fromX, toX] = [from.x + boxWidth / 2, to.x + boxWidth / 2]
  const isBelow = from.y < to.y
  const isBeside = from.y === to.y
  const fromY = isBelow ? from.y + size.box : from.y
  const toY = isBelow || isBeside ? to.y : to.y + size.box
  const bend = isBeside ? from.y - 30 : (fromY + toY) / 2
  return html`<path class="arrow" d="M${fromX} ${fromY}C${fromX} ${bend} ${toX} ${bend} ${toX} ${toY}" marker-end="url(#head-${zone})"/>`
}

/** As much as a box has room for; the whole stands in its title. */
function cut(text: string, most: number): string {
  const signs = [...text]
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join('')}…`
}
