import stringWidth from 'string-width'

/** Control, format (bidi, zero-width), surrogate and line-separating characters, and private-use ones. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu

const shortEscapes: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/**
 * Text that came from outside, safe to show on a terminal and in a log: whatever could move the cursor, turn the
 * reading direction or hide itself is written as an escape such as `\u{202e}`. The result has one line.
 */
export function printable(text: string): string {
  return text.replaceAll(unprintable, character => shortEscapes[character] ?? codePointEscape(character))
}

function codePointEscape(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}}`
}

/** Columns that text takes on a terminal: Chinese characters take two. */
export function displayWidth(text: string): number {
  return /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text)
}
