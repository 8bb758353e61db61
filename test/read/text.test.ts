import { expect, test } from 'vitest'
import { checkText, ordinary } from '../../lib/read/text.ts'

test('no ordinary character is one that is refused, and none joins with another', () => {
  const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
    character => ordinary.test(character),
  )
  expect(characters.length).toBeGreaterThan(20_000)
  // An odd character at the end, so that the quick way is not taken.
  for (const character of characters) expect(checkText(`a${character}é`), character).toEqual([])
  expect(characters.filter(character => /\p{M}/u.test(character))).toEqual([])
  expect(characters.join('').normalize('NFC')).toBe(characters.join(''))
})

test('a merge conflict is found among ordinary characters too', () => {
  expect(checkText('a: 1\n<<<<<<< HEAD\nb: 2\n').map(({ code }) => code.code)).toEqual(['TY1324'])
})
