/** Past it everything is forgotten: memory stays bounded, and what comes again is soon known again. */
const keptAtMost = 20_000

const kept = new Map<string, string>()

/** An equal text, the same one for equal texts: ten thousand systems call their parts by the same few hundred names. */
export function shared(text: string): string {
  const known = kept.get(text)
  if (known !== undefined) return known
  if (kept.size >= keptAtMost) kept.clear()
  kept.set(text, text)
  return text
}
