const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** A whole number from 0 to 99 in the numerals of headings and articles: 三, 十, 二十一. */
export function chineseNumeral(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  if (tens === 0) return digits[ones] ?? ''
  return `${tens === 1 ? '' : digits[tens]}十${ones === 0 ? '' : digits[ones]}`
}
