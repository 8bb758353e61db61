import {
  BorderStyle,
  type IBorderOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type { PartiesPart } from '../document.ts'
import { type RunStyle, runsOf } from './runs.ts'
import { faces, letterLinePoints, millimetres, points, sizes } from './typography.ts'

const none: IBorderOptions = { style: BorderStyle.NIL }

/** Parties side by side, each over its own lines, kept on one page. */
export function renderParties({ columns }: PartiesPart, width: number): Table {
  const each = millimetres(width / columns.length)
  const style: RunStyle = { face: faces.body, size: sizes.三号 }
  return new Table({
    rows: [
      new TableRow({
        cantSplit: true,
        children: columns.map(
          lines =>
            new TableCell({
              width: { size: each, type: WidthType.DXA },
              children: lines.map(
                line =>
                  new Paragraph({
                    children: runsOf(line, style),
                    spacing: { line: points(letterLinePoints), lineRule: LineRuleType.EXACT },
                  }),
              ),
            }),
        ),
      }),
    ],
    columnWidths: columns.map(() => each),
    width: { size: each * columns.length, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
  })
}
