import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PortRange } from '../../lib/network/port-range.ts'
import { coversPorts, portRangesOf } from '../../lib/network/traffic.ts'

describe('a port or range', () => {
  it.each([
    [1, 1, 1, '1'],
    [65535, 65535, 65535, '65535'],
    ['443', 443, 443, '443'],
    ['1-65535', 1, 65535, '1-65535'],
    ['8080-8081', 8080, 8081, '8080-8081'],
    ['22-22', 22, 22, '22'],
  ])('%j is read, both ends counted', (value, from, to, text) => {
    expect(PortRange.read(value).range).toMatchObject({ from, to })
    expect(`${PortRange.of(value)}`).toBe(text)
  })

  it.each([
    ['', 'form'],
    ['http', 'form'],
    ['80-', 'form'],
    ['-80', 'form'],
    ['80 - 81', 'form'],
    ['x80', 'form'],
    ['80x', 'form'],
    ['80-81-82', 'form'],
    [-1, 'form'],
    [8.5, 'form'],
    [0, 'bounds'],
    [65536, 'bounds'],
    ['0-80', 'bounds'],
    ['80-0', 'bounds'],
    ['80-65536', 'bounds'],
    ['65536-80', 'bounds'],
    ['81-80', 'reversed'],
  ])('%j is refused for its %s', (value, problem) => {
    expect(PortRange.read(value)).toEqual({ problem })
    expect(() => PortRange.of(value)).toThrow(RangeError)
  })
})

describe('the ports of a rule', () => {
  it('are all of them where it names none, and only the readable ones else', () => {
    expect(portRangesOf({ ports: undefined }).map(String)).toEqual(['1-65535'])
    expect(portRangesOf({ ports: [443, '81-80', '90-91'] }).map(String)).toEqual(['443', '90-91'])
    expect(portRangesOf({ ports: [] })).toEqual([])
  })

  it.each([
    [['80-90'], ['80-90'], true],
    [['80-90'], ['79-90'], false],
    [['80-90'], ['80-91'], false],
    [['80-90'], ['85', '90', '80'], true],
    [['80-84', '85-90'], ['80-90'], true],
    [['80-84', '86-90'], ['80-90'], false],
    [['86-90', '80-88'], ['80-90'], true],
    [['80-90', '82-83'], ['84-90'], true],
    [['80'], [], true],
    [[], ['80'], false],
  ])('%o together hold all of %o: %s', (outer, inner, covers) => {
    const ranges = (texts: readonly string[]) => texts.map(text => PortRange.of(text))
    expect(coversPorts(ranges(outer), ranges(inner))).toBe(covers)
  })

  it('are held exactly when each single one is', () => {
    const range = fc
      .tuple(fc.integer({ min: 1, max: 20 }), fc.nat(6))
      .map(([from, more]) => PortRange.of(`${from}-${from + more}`))
    const ports = (ranges: readonly PortRange[]) =>
      new Set(
        ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index)),
      )
    fc.assert(
      fc.property(fc.array(range), fc.array(range), (outer, inner) => {
        expect(coversPorts(outer, inner)).toBe(ports(inner).isSubsetOf(ports(outer)))
      }),
      { numRuns: 500 },
    )
  })
})
