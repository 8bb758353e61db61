import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cell, formWidth, type Row, type TablePart, words } from '../../lib/form/document.ts'
import { composeForm } from '../../lib/form/index.ts'
import { fitToPages } from '../../lib/form/render/fit.ts'
import { paginate } from '../../lib/form/render/paginate.ts'
import { placed, tableFrom, tableUntil } from '../../lib/form/render/placed.ts'
import { everyForm } from './example-forms.ts'

const density = { size: 12, linePoints: 18, rowHeight: 10 }

function cell(text: string, width: number, rows?: number): Cell {
  return { kind: 'value', width, lines: [[words(text)]], ...(rows === undefined ? {} : { rows }) }
}

/** A list of rows under a head, its first column one cell down all of them. */
function list(count: number): TablePart {
  const head: Row = { cells: [cell('zone', 40), cell('item', 120)], keepNext: true }
  const rows = Array.from({ length: count }, (_, index): Row => {
    const item = cell(`${index + 1}`, 120)
    return { cells: index === 0 ? [cell('extranet', 40, count), item] : [item], head }
  })
  return { kind: 'table', rows: [head, ...rows] }
}

function width(rows: readonly Row[]): readonly number[] {
  return placed(rows).map(({ cells }) => Math.max(...cells.map(({ to }) => to)))
}

describe('a list that is longer than a page', () => {
  const pages = paginate([list(12)], density, { first: 105, next: 200 })
  const tables = pages.flatMap(({ parts }) => parts.flatMap(part => (part.kind === 'table' ? [part] : [])))

  test('goes on under its head on the next page, with the zone there again', () => {
    expect(tables.map(({ rows }) => rows.length)).toEqual([10, 4])
    expect(tables[1]?.rows[0]?.cells[0]).toMatchObject({ lines: [[words('zone')]] })
    expect(tables[1]?.rows[1]?.cells[0]).toMatchObject({ lines: [[words('extranet')]], rows: 3 })
    expect(tables[0]?.rows[1]?.cells[0]).toMatchObject({ rows: 9 })
  })

  test('never leaves a row or two alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 40 }), fc.integer({ min: 60, max: 240 }), (count, room) => {
        const counts = paginate([list(count)], density, { first: room, next: room }).map(({ parts }) =>
          parts.flatMap(part =>
            part.kind === 'table' ? part.rows.filter(row => row.head !== undefined) : [],
          ),
        )
        expect(counts.flat()).toHaveLength(count)
        expect(Math.min(...counts.map(rows => rows.length))).toBeGreaterThanOrEqual(3)
      }),
    )
  })
})

test('a table cut in two has all its cells, and each half is as wide as before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 30 }), fc.integer({ min: 1, max: 29 }), (count, at) => {
      fc.pre(at < count)
      const { rows } = list(count)
      expect(new Set(width([...tableUntil(rows, at)]))).toEqual(new Set([formWidth]))
      expect(new Set(width(tableFrom(rows, at)))).toEqual(new Set([formWidth]))
    }),
  )
})

test('a page ends before a part of the form rather than in it', () => {
  const part = (name: string): Row => ({ cells: [cell(name, formWidth)], begins: true })
  const plain = (): Row => ({ cells: [cell('plain', formWidth)] })
  const rows = [part('a'), plain(), plain(), plain(), plain(), plain(), part('b'), plain(), plain(), plain()]
  const [first] = paginate([{ kind: 'table', rows }], density, { first: 85, next: 200 })
  expect(first?.parts).toMatchObject([{ rows: rows.slice(0, 6) }])
})

test('nothing of a form is lost on its pages, and no page is filled beyond its foot', () => {
  const forms = everyForm.filter(({ form }) => form.layout === 'form')
  for (const { name, subject } of forms) {
    const document = composeForm(subject)
    const { pages } = fitToPages(document)
    const rows = pages.flatMap(({ parts }) => parts.flatMap(part => (part.kind === 'table' ? part.rows : [])))
    const whole = document.parts.flatMap(part => (part.kind === 'table' ? part.rows : []))
    expect(rows.length, name).toBeGreaterThanOrEqual(whole.length)
    for (const page of pages) {
      const height = [...page.heights.values()].reduce((sum, value) => sum + value, 0)
      expect(height, name).toBeLessThanOrEqual(257)
    }
  }
})

test('every form takes two pages at most, and one that lists each opening three', () => {
  const long = everyForm.filter(({ form, subject }) => {
    const listsOpenings = form.blocks.some(block => 'openings' in block)
    return form.layout === 'form' && fitToPages(composeForm(subject)).pages.length > (listsOpenings ? 3 : 2)
  })
  expect(long.map(({ name }) => name)).toEqual([])
})
