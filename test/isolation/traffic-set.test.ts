import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boxOf,
  difference,
  dimensions,
  holds,
  intersection,
  noTraffic,
  type Packet,
  type TrafficSet,
  union,
  witnessOf,
} from '../../lib/isolation/traffic-set.ts'

const width = 3n
const version = fc.constantFrom(4 as const, 6 as const)
const interval = fc
  .tuple(fc.bigInt(0n, width - 1n), fc.bigInt(0n, width - 1n))
  .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }))
const box = fc.record({
  version,
  source: interval,
  destination: interval,
  protocol: interval,
  port: interval,
})
const set: fc.Arbitrary<TrafficSet> = fc.array(box, { maxLength: 4 })

/** Every packet of a world so small that all of them can be tried. */
const packets: readonly Packet[] = ([4, 6] as const).flatMap(version =>
  Array.from({ length: Number(width) ** dimensions.length }, (_, index) => {
    const digit = (place: number): bigint => (BigInt(index) / width ** BigInt(place)) % width
    return { version, source: digit(0), destination: digit(1), protocol: digit(2), port: digit(3) }
  }),
)

describe('a set of traffic', () => {
  it('holds of two sets together what either holds, and counts it once', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        const both = union(a, b)
        for (const packet of packets) expect(holds(both, packet)).toBe(holds(a, packet) || holds(b, packet))
        for (const added of both.slice(a.length)) expect(intersection([added], a)).toEqual(noTraffic)
      }),
      { numRuns: 50 },
    )
  })

  it('shares with another what both hold', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        const shared = intersection(a, b)
        for (const packet of packets) expect(holds(shared, packet)).toBe(holds(a, packet) && holds(b, packet))
      }),
      { numRuns: 50 },
    )
  })

  it('keeps of itself what another lacks', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        const left = difference(a, b)
        for (const packet of packets) expect(holds(left, packet)).toBe(holds(a, packet) && !holds(b, packet))
      }),
      { numRuns: 50 },
    )
  })

  it('has a witness exactly when it is not empty, and holds it', () => {
    fc.assert(
      fc.property(set, traffic => {
        const witness = witnessOf(traffic)
        expect(witness === undefined).toBe(traffic.length === 0)
        if (witness !== undefined) expect(holds(traffic, witness)).toBe(true)
      }),
    )
  })

  it('takes every address, protocol and port that is not narrowed', () => {
    const last = (1n << 128n) - 1n
    const edge = { version: 6, source: last, destination: last, protocol: 255n, port: 65_535n } as const
    expect(holds([boxOf(6)], edge)).toBe(true)
    expect(holds([boxOf(4)], edge)).toBe(false)
    expect(holds([boxOf(6, { port: { from: 443n, to: 443n } })], edge)).toBe(false)
  })
})
