/**
 * The one text of a value of evidence: keys in code-unit order, no blanks, whole numbers that any reader keeps. What is
 * signed is this text, so that everything with two readings is refused.
 *
 * @throws TypeError for fractions, numbers beyond 2^53, half characters, and what JSON cannot say
 */
export function canonicalText(value: unknown): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isSafeInteger(value)) return JSON.stringify(value)
  if (typeof value === 'string' && value.isWellFormed()) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`${String(value)} has no place in evidence`)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${canonicalText(key)}:${canonicalText(member)}`)
  return `{${members.join(',')}}`
}
