/** Longer texts hardly come twice. */
const longest = 64
/** Past it everything is forgotten: memory stays bounded, and what is shared was found early. */
const keptAtMost = 100_000

const kept = new Map<string, string>()

/**
 * An equal text, the same one for equal texts. Ids, items and types of papers come again and again in many manifests; and
 * a piece that JavaScript cuts out of a text keeps the whole of it in memory, ten thousand manifests in the end.
 */
export function shared(text: string): string {
  if (text.length > longest) return detached(text)
  const known = kept.get(text)
  if (known !== undefined) return known
  if (kept.size >= keptAtMost) kept.clear()
  const own = detached(text)
  kept.set(own, own)
  return own
}

/** Through bytes, for every other way gives a view of the same memory. `checkText` has let no lone surrogate pass. */
function detached(text: string): string {
  return Buffer.from(text).toString()
}
