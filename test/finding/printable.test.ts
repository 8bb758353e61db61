import { expect, test } from 'vitest'
import { displayWidth, printable } from '../../lib/finding/printable.ts'

test.each([
  ['an escape sequence', '\u001b[31mred', '\\u{001b}[31mred'],
  ['a line break', 'a\nb\r', 'a\\nb\\r'],
  ['a change of reading direction', 'a\u202eb', 'a\\u{202e}b'],
  ['a zero-width space', 'a\u200bb', 'a\\u{200b}b'],
  ['a line separator', 'a\u2028b', 'a\\u{2028}b'],
  ['a lone surrogate', 'a\ud800', 'a\\u{d800}'],
  ['a tag character outside the basic plane', 'a\u{e0041}', 'a\\u{e0041}'],
])('printable shows %s as an escape', (_what, text, shown) => {
  expect(printable(text)).toBe(shown)
})

test('printable keeps Chinese, punctuation and emoji', () => {
  expect(printable('社会保险（试行）😀 é')).toBe('社会保险（试行）😀 é')
})

test('a Chinese character is two columns wide', () => {
  expect(displayWidth('a社b')).toBe(4)
})
