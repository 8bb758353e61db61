/** An entry whose key an earlier one already has. */
export interface Repeated<T> {
  readonly first: T
  readonly again: T
}

export function repeated<T>(entries: Iterable<T>, keyOf: (entry: T) => string): Repeated<T>[] {
  const firsts = new Map<string, T>()
  const found: Repeated<T>[] = []
  for (const entry of entries) {
    const key = keyOf(entry)
    const first = firsts.get(key)
    if (first === undefined) firsts.set(key, entry)
    else found.push({ first, again: entry })
  }
  return found
}
