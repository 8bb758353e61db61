import { describe, expect, it } from 'vitest'
import { everyAddress } from '../../lib/network/family.ts'

describe('every address', () => {
  it.each([
    [4, 2n ** 32n],
    [6, 2n ** 128n],
  ] as const)('of IPv%i is one of %i', (version, count) => {
    expect(everyAddress(version)).toEqual({ from: 0n, to: count - 1n })
  })
})
