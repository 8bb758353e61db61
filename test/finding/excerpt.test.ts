import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerptOf } from '../../lib/finding/excerpt.ts'
import { displayWidth } from '../../lib/finding/printable.ts'

function range(line: number, from: number, to: number, endLine = line) {
  return { start: { line, column: from }, end: { line: endLine, column: to } }
}

describe('an excerpt', () => {
  test('marks the range with as many carets as it is wide', () => {
    expect(excerptOf('a: 1\nkind: Sytsem\n', range(2, 7, 13), 80)).toEqual({
      line: 2,
      text: 'kind: Sytsem',
      indent: 6,
      carets: 6,
    })
  })

  test('counts a Chinese character as two columns, before the range and in it', () => {
    expect(excerptOf('名称: 社会保险', range(1, 5, 9), 80)).toMatchObject({ indent: 6, carets: 8 })
  })

  test('counts a character outside the basic plane by its width, not by its code units', () => {
    expect(excerptOf('𠮷: x', range(1, 5, 6), 80)).toMatchObject({ indent: 4, carets: 1 })
  })

  test('shows characters that hide or turn the text, and marks them', () => {
    expect(excerptOf('a\u202eb', range(1, 2, 3), 80)).toEqual({
      line: 1,
      text: 'a\\u{202e}b',
      indent: 1,
      carets: 8,
    })
  })

  test('has one caret for an empty range and for one past the end of the line', () => {
    expect(excerptOf('a:\n', range(1, 3, 3), 80)).toMatchObject({ indent: 2, carets: 1 })
    expect(excerptOf('a:\n', range(1, 40, 41), 80)).toMatchObject({ indent: 2, carets: 1 })
  })

  test('marks a range of several lines to the end of its first', () => {
    expect(excerptOf('a: [\n 1 ]\n', range(1, 4, 4, 2), 80)).toMatchObject({
      text: 'a: [',
      indent: 3,
      carets: 1,
    })
  })

  test('leaves a carriage return out', () => {
    expect(excerptOf('a: 1\r\nb: 2\r\n', range(1, 1, 2), 80)).toMatchObject({ text: 'a: 1' })
  })

  test('is not there for a line that the file does not have', () => {
    expect(excerptOf('a: 1', range(2, 1, 2), 80)).toBeUndefined()
  })

  test('keeps the beginning of a long line while the range fits in it', () => {
    const excerpt = excerptOf(`key: ${'x'.repeat(200)}`, range(1, 1, 4), 40)
    expect(excerpt?.text).toBe(`key: ${'x'.repeat(33)}…`)
  })

  test('moves along a long line so that the range is seen', () => {
    const excerpt = excerptOf(`${'a'.repeat(100)}XYZ${'b'.repeat(100)}`, range(1, 101, 104), 40)
    expect(excerpt?.text).toMatch(/^…a+XYZb+…$/)
    expect(excerpt?.text.slice(excerpt.indent, excerpt.indent + 3)).toBe('XYZ')
    expect(excerpt?.carets).toBe(3)
  })

  test('finds its place in a line of a million characters', () => {
    const excerpt = excerptOf(`${'x'.repeat(900_000)}Y${'x'.repeat(100_000)}`, range(1, 900_001, 900_002), 80)
    expect(excerpt?.text[excerpt.indent]).toBe('Y')
  })

  test('never exceeds the columns, and puts its carets under the text', () => {
    // Characters that join their neighbours are left out: how wide a joined pair is depends on the terminal.
    const unit = fc.constantFrom(...'ab: 社保，（é𠮷ｱ\t\u202e\u200b')
    const lines = fc.string({ unit, maxLength: 300 })
    const property = fc.property(
      lines,
      fc.nat(300),
      fc.nat(20),
      fc.integer({ min: 20, max: 120 }),
      (line, from, length, columns) => {
        const excerpt = excerptOf(line, range(1, from + 1, from + length + 1), columns)
        if (excerpt === undefined) return false
        const width = displayWidth(excerpt.text)
        return (
          width <= columns &&
          excerpt.indent <= width &&
          excerpt.carets >= 1 &&
          excerpt.indent + excerpt.carets <= width + 1
        )
      },
    )
    fc.assert(property, { numRuns: 300 })
  })
})
