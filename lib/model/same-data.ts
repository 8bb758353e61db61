import { isDeepStrictEqual } from 'node:util'

/** Whether two plain values are equal, whatever the order of their keys. */
export function sameData(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a, b)
}
