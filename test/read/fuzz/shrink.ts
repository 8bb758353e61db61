/**
 * A shorter text for which `fails` still holds: lines, then ever shorter stretches of characters, are left out as long
 * as anything can be.
 */
export function shrunk(text: string, fails: (text: string) => boolean): string {
  let least = text
  for (let before = ''; before !== least; ) {
    before = least
    least = withoutParts(least, fails, text => text.split(/(?<=\n)/))
    least = withoutParts(least, fails, text => [...text])
  }
  return least
}

function withoutParts(
  text: string,
  fails: (text: string) => boolean,
  split: (text: string) => string[],
): string {
  let parts = split(text)
  for (let size = Math.max(1, parts.length >> 1); size >= 1; size >>= 1) {
    for (let at = 0; at < parts.length; ) {
      const fewer = [...parts.slice(0, at), ...parts.slice(at + size)]
      if (fails(fewer.join(''))) parts = fewer
      else at += size
    }
  }
  return parts.join('')
}
