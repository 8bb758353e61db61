import type { RatingBlock } from '../../../generated/types/form.ts'
import { type Cell, formWidth, type Part, type Row } from '../document.ts'
import type { Subject } from '../subject.ts'
import { cell, headingRow } from './table.ts'

const aspectWidth = 26
const gradeWidth = 20

/** A grid to tick: aspects and their items down, grades across. */
export function composeRating(block: RatingBlock, _subject: Subject): readonly Part[] {
  const { grades, aspects, overall } = block
  const itemWidth = formWidth - aspectWidth - gradeWidth * grades.length
  const head: Row = {
    cells: [
      cell('head', aspectWidth, '评价方面'),
      cell('head', itemWidth, '评价内容'),
      ...grades.map(grade => cell('head', gradeWidth, grade)),
    ],
    keepNext: true,
  }
  const rows = aspects.flatMap(({ name, items }) =>
    items.map((item, index): Row => {
      const aspect: Cell = { ...cell('label', aspectWidth, name), rows: items.length }
      return {
        cells: [
          ...(index === 0 ? [aspect] : []),
          cell('value', itemWidth, item),
          ...boxes(grades, `${name}：${item}`),
        ],
      }
    }),
  )
  const last: readonly Row[] =
    overall === undefined
      ? []
      : [{ cells: [cell('label', aspectWidth + itemWidth, overall), ...boxes(grades, overall)] }]
  return [{ kind: 'table', rows: [...headingRow(block.heading), head, ...rows, ...last] }]
}

/** One box a grade; the row as a whole is one blank. */
function boxes(grades: readonly string[], label: string): readonly Cell[] {
  return grades.map((_, index) =>
    cell('centred', gradeWidth, [
      { kind: 'box', ticked: false },
      ...(index === 0 ? [{ kind: 'blank' as const, label, shape: 'cell' as const }] : []),
    ]),
  )
}
