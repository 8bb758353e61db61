/**
 * How many systems are looked at together: what is worked out for some is forgotten before the next. It costs no time to
 * take few, and the fewer there are, the less of them outlives a collection of young objects.
 */
const atATime = 64

/** Systems, or whatever stands for them, in the portions in which they are looked at. */
export function batchesOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / atATime) }, (_, index) =>
    items.slice(index * atATime, (index + 1) * atATime),
  )
}
