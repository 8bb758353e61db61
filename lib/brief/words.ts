import type { Text } from '../finding/finding.ts'
import { amount } from '../summary/wording.ts'

export const nothing: Text = { zh: '无', en: 'none' }
export const empty: Text = { zh: '', en: '' }

/** What manifests say is Chinese in every language. */
export function same(text: string): Text {
  return { zh: text, en: text }
}

/** `2 → 4`; one of them alone where they are the same. */
export function turned(before: Text, after: Text): Text {
  return {
    zh: before.zh === after.zh ? after.zh : `${before.zh} → ${after.zh}`,
    en: before.en === after.en ? after.en : `${before.en} → ${after.en}`,
  }
}

/** A number, grouped and without a unit. */
export function number(value: number): Text {
  return same(amount(value))
}

/** `甲（乙）`; without what stands in brackets where that is empty. */
export function bracketed(text: Text, within: Text): Text {
  return {
    zh: within.zh === '' ? text.zh : `${text.zh}（${within.zh}）`,
    en: within.en === '' ? text.en : `${text.en} (${within.en})`,
  }
}

/** So many characters of what somebody wrote at length: a brief has one screen, and nobody may push the rest off it. */
const longest = 160

export function clipped(text: string): Text {
  const characters = [...text]
  if (characters.length <= longest) return same(text)
  const shown = characters.slice(0, longest).join('')
  return {
    zh: `${shown}……（共 ${characters.length} 字，见清单）`,
    en: `${shown}… (${characters.length} characters: see the manifest)`,
  }
}
