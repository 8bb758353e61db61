/**
 * How wide a text is, in ems: full-width characters count one, ASCII half. Where the two meet, programs leave a quarter
 * between them, and not all of them let that be switched off.
 */
export function emWidth(text: string): number {
  let width = 0
  let before: boolean | undefined
  for (const character of text) {
    const isHalf = character.charCodeAt(0) < 0x2000
    const meets = before !== undefined && before !== isHalf && /[\p{L}\p{N}]/u.test(character)
    width += (isHalf ? 0.5 : 1) + (meets ? 0.25 : 0)
    before = isHalf
  }
  return width
}
