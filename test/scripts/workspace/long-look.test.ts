import { expect, it } from 'vitest'
import { tellingOf } from '../../../scripts/workspace/long-look.ts'

/** What is told of a look at so many files, and of its end. */
function told(count: number, work: () => unknown = () => 'seen') {
  const said: string[] = []
  const blocked = ({ en }: { readonly en: string }) => {
    said.push(en)
    return { end: () => said.push('end') }
  }
  return { said, seen: () => tellingOf({ heart: { blocked } }, Array(count).fill(''), work) }
}

it.each([
  [999, []],
  [1_000, ['checking 1000 files', 'end']],
])('a look at %i files is told as %j', (count, expected) => {
  const { said, seen } = told(count)
  expect(seen()).toBe('seen')
  expect(said).toEqual(expected)
})

it('what ends in a refusal is over too', () => {
  const { said, seen } = told(1_000, () => {
    throw new Error('refused')
  })
  expect(seen).toThrow('refused')
  expect(said).toEqual(['checking 1000 files', 'end'])
})

it('needs nobody to tell it to', () => {
  expect(tellingOf({}, Array(1_000).fill(''), () => 'seen')).toBe('seen')
})
