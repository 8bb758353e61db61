import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shared } from '../../lib/read/shared-strings.ts'

test('a shared text equals what it was made from', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), text => {
      expect(shared(text)).toBe(text)
    }),
  )
})
