import { describe, expect, it } from 'vitest'
import { pairView } from '../../lib/model/view.ts'

describe('a value of two', () => {
  it('is computed once for both, and anew for another on either side', () => {
    const [a, b, c] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
    const computed: string[] = []
    const both = pairView((one: { id: string }, other: { id: string }) => {
      computed.push(one.id + other.id)
      return one.id + other.id
    })
    expect([both(a, b), both(a, b), both(b, a), both(a, c), both(a, b)]).toEqual([
      'ab',
      'ab',
      'ba',
      'ac',
      'ab',
    ])
    expect(computed).toEqual(['ab', 'ba', 'ac'])
  })
})
