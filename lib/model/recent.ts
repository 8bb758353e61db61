/**
 * What was made for the texts asked for last, so many of them. A text that is asked for again is recent again: what is let
 * go is what nobody has asked for longest.
 */
export function recent<T extends object>(most: number): (text: string, make: () => T) => T {
  const kept = new Map<string, T>()
  return (text, make) => {
    const value = kept.get(text) ?? make()
    // Taken out first: a map keeps the place of a key that it has.
    kept.delete(text)
    kept.set(text, value)
    for (const unused of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(unused)
    }
    return value
  }
}
