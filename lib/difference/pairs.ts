import type { Model, System } from '../model/model.ts'
import type { Sides } from './difference.ts'

/** A system that both sides have. */
export interface PairedSystem {
  readonly address: string
  readonly before: System
  readonly after: System
}

/** The systems that both sides have, in order of their addresses. */
export function pairedSystems({ before, after }: Sides): readonly PairedSystem[] {
  return [...after.systemByAddress]
    .flatMap(([address, system]) => {
      const had = before.systemByAddress.get(address)
      return had === undefined ? [] : [{ address, before: had, after: system }]
    })
    .toSorted((a, b) => (a.address < b.address ? -1 : 1))
}

/** The same, without those whose bytes are the same. */
export function rewrittenSystems(sides: Sides): readonly PairedSystem[] {
  return pairedSystems(sides).filter(({ before, after }) => before.document.digest !== after.document.digest)
}

/**
 * Those of both sides of whom what holds on the day can differ: of one day and one catalogue, only what is rewritten. Ten
 * thousand systems take long to be looked into.
 */
export function movingSystems(sides: Sides): readonly PairedSystem[] {
  return hasSameGround(sides) ? rewrittenSystems(sides) : pairedSystems(sides)
}

/** Whether both sides are of one day, and no part of the catalogue is another. */
export function hasSameGround({ before, after }: Sides): boolean {
  return before.asOf === after.asOf && groundOf(before) === groundOf(after)
}

function groundOf({ catalogue }: Model): string {
  const { platform, allItems, jurisdictions, prices, calendar, units } = catalogue
  const parts = [platform, ...allItems, ...jurisdictions.values(), ...prices.values(), calendar, units]
  const digests = parts.flatMap(part =>
    part === undefined ? [] : [`${part.document.file} ${part.document.digest}`],
  )
  return [...new Set(digests)].sort().join('\n')
}

/** What only one of two maps has, in order of its keys. */
export function onlyIn<T>(
  has: ReadonlyMap<string, T>,
  hasNot: ReadonlyMap<string, unknown>,
): readonly (readonly [string, T])[] {
  return [...has].filter(([key]) => !hasNot.has(key)).toSorted(([a], [b]) => (a < b ? -1 : 1))
}
