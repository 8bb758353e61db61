import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { replaceWith } from '../../../lib/validate/mistakes/reporter.ts'

/** Signs that mean something to YAML, between letters and digits that may make a number, a date or a truth value. */
const signs = [
  ...' :#-,{}[]&*!|>\'"%@`?=~\\\n\t.+0189eExXoO_/〔〕（）：元nulltruefas½\u00a0\u2028\u0085\u007f',
]
const words = [
  'true',
  'False',
  'NULL',
  'null',
  '~',
  'yes',
  'no',
  '.inf',
  '.NaN',
  '0x1F',
  '1e3',
  '2026-03-09',
  '<<',
]
const texts = fc.oneof(
  fc.constantFrom(...words),
  fc.string({ unit: fc.constantFrom(...signs, ...words) }),
  fc.string({ unit: 'grapheme' }),
)

function inPlace(text: string): readonly unknown[] {
  const replacement = replaceWith(text, true).replacement ?? ''
  return [
    parse(`a:\n  b: ${replacement}\n  c: 1\n`).a.b,
    parse(`a:\n  b: ${replacement} # why\n`).a.b,
    parse(`{ b: ${replacement}, c: 1 }`).b,
    parse(`{c: 1,b: ${replacement}}`).b,
    parse(`- ${replacement}\n- 1\n`)[0],
    parse(`[${replacement}, 1]`)[0],
    ...Object.keys(parse(`${replacement}: 1\n`)),
    ...Object.keys(parse(`{ ${replacement}: 1 }`)),
  ]
}

test('a replacement is the text meant, wherever in YAML it is put', () => {
  fc.assert(
    fc.property(texts, text => {
      expect(new Set(inPlace(text))).toEqual(new Set([text]))
    }),
    { numRuns: 2000 },
  )
})

test.each(['eip.bgp.5m', '2026-03-09', 'system:gonganju/huji-guanli', '西人社函〔2025〕57号', 'gap-01'])(
  '%s needs no quotes',
  text => {
    expect(replaceWith(text, true).replacement).toBe(text)
  },
)
