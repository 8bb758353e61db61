/** How wide a text is, in ems: full-width characters count one, ASCII half. */
export function emWidth(text: string): number {
  let width = 0
  for (const character of text) width += character.charCodeAt(0) < 0x2000 ? 0.5 : 1
  return width
}
