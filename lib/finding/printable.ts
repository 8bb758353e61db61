import stringWidth from 'string-width'
import { codePointEscape, withoutLogMarks } from './log-marks.ts'

/** Control, format (bidi, zero-width), surrogate and line-separating characters, and private-use ones. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu

const shortEscapes: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/**
 * Text that came from outside, safe to show on a terminal and in a log: whatever could move the cursor, turn the
 * reading direction, hide itself or give orders to a forge is written as an escape such as `\u{202e}`. The result has
 * one line.
 */
export function printable(text: string): string {
  const shown = text.replaceAll(
    unprintable,
    character => shortEscapes[character] ?? codePointEscape(character),
  )
  return withoutLogMarks(shown)
}

/** Columns that text takes on a terminal: Chinese characters take two. */
export function displayWidth(text: string): number {
  return /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text)
}
