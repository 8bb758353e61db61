// What the log of a forge would take for an order: text of strangers must not fold lines, hide them, or set anything.
// Azure Pipelines and the runners of GitHub and Gitea look for `##[group]` and `##vso[…]` anywhere in a line, GitLab for
// `section_start:`; `::error::` counts at the start of a line alone.

/** The character of each mark that is written otherwise: the second `#`, the `_`. */
const inner = /(?<=#)#(?=[\w-]*\[)|(?<=section)_(?=(?:start|end):)/g
/** An order ends at a second pair of colons; an address such as `::1` has but one. */
const leading = /^(\s*):(?=:.*::)/gm

/** Offsets of the characters of a text that must be written otherwise. */
export function logMarks(text: string): ReadonlySet<number> {
  return new Set([...text.matchAll(inner)].map(({ index }) => index))
}

/** Text in one line, with an escape such as `\u{0023}` in each mark. */
export function withoutLogMarks(text: string): string {
  return text.replaceAll(inner, codePointEscape)
}

/** A whole output, of which no line begins as an order does. */
export function withoutOrders(output: string): string {
  return output.replaceAll(leading, (_, blanks: string) => `${blanks}${codePointEscape(':')}`)
}

/** For XML, which has a way of its own to write any character. */
export function xmlForLogs(escaped: string): string {
  const entity = (character: string) => `&#${character.charCodeAt(0)};`
  return escaped.replaceAll(inner, entity).replaceAll(leading, (_, blanks: string) => blanks + entity(':'))
}

/** JSON that says the same: marks can only stand within its strings. */
export function jsonForLogs(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll(
    inner,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** `\u{202e}`. */
export function codePointEscape(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}}`
}
