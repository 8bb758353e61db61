// Amounts are counted in ten-thousandths of a yuan, the finest that a fee standard may be given in.

/** How many of them are a yuan. */
const scale = 10_000n

const decimal = /^(\d+)(?:\.(\d{1,4}))?$/

/**
 * A decimal amount such as `"320.00"`, exactly, in 0.0001 yuan.
 * @throws RangeError for any other text: the schema lets none through.
 */
export function parseAmount(text: string): bigint {
  const [, whole, fraction = ''] = decimal.exec(text) ?? []
  if (whole === undefined) throw new RangeError(`not an amount: ${text}`)
  return BigInt(whole) * scale + BigInt(fraction.padEnd(4, '0'))
}

/** In fen, half a fen and more rounded up; amounts here are never negative. */
function toFen(amount: bigint, parts = scale): bigint {
  return (amount + parts / 200n) / (parts / 100n)
}

/** What is counted in a finer part of a yuan, so many of which are one, as an amount of whole fen: rounded once. */
export function amountInFen(fine: bigint, parts: bigint): bigint {
  return toFen(fine, parts) * (scale / 100n)
}

/** A whole number with a comma before every three digits. */
export function groupedDigits(whole: bigint): string {
  return whole.toString().replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
}

/** An amount for programs to read: `3200.00`. */
export function amountInDigits(amount: bigint): string {
  const fen = toFen(amount)
  return `${fen / 100n}.${(fen % 100n).toString().padStart(2, '0')}`
}

/** An amount in figures: `¥3,200.00`. */
export function amountInFigures(amount: bigint): string {
  const fen = toFen(amount)
  return `¥${groupedDigits(fen / 100n)}.${(fen % 100n).toString().padStart(2, '0')}`
}

const numerals = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟'] as const
// A price has twelve digits before the point, a quantity seven, and a grant a few hundred lines.
const groups = ['', '万', '亿', '兆', '京', '垓'] as const

/** Four digits at most, without a leading 零: 1005 is 壹仟零伍. */
function groupInWords(group: number): string {
  const words: string[] = []
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(group / 10 ** place) % 10
    if (digit !== 0) words.push(`${numerals[digit]}${places[place]}`)
    else if (words.length > 0 && words.at(-1) !== '零') words.push('零')
  }
  return words.join('').replace(/零$/, '')
}

/** Groups of four digits, least first. */
function groupsOf(value: bigint): readonly number[] {
  const rest = value / 10_000n
  return [Number(value % 10_000n), ...(rest === 0n ? [] : groupsOf(rest))]
}

function wholeInWords(value: bigint): string {
  const parts = groupsOf(value)
  let words = ''
  for (let index = parts.length - 1; index >= 0; index--) {
    const group = parts[index] ?? 0
    if (group === 0) continue
    // A gap in the digits is spoken once: 一亿零三万, 十万零五十.
    const gap = words !== '' && (group < 1000 || parts[index + 1] === 0)
    words += `${gap ? '零' : ''}${groupInWords(group)}${groups[index]}`
  }
  return words
}

/**
 * An amount in words as it stands on a bill (支付结算办法附件一): 壹仟肆佰零玖元伍角, 叁佰元整, 零元整.
 * Counts up to the 垓.
 */
export function amountInWords(amount: bigint): string {
  const fen = toFen(amount)
  const [whole, jiao, rest] = [fen / 100n, Number((fen / 10n) % 10n), Number(fen % 10n)]
  const yuan = whole === 0n ? '' : `${wholeInWords(whole)}元`
  if (jiao === 0 && rest === 0) return `${yuan === '' ? '零元' : yuan}整`
  const tenths = jiao === 0 ? (yuan === '' ? '' : '零') : `${numerals[jiao]}角`
  return `${yuan}${tenths}${rest === 0 ? '整' : `${numerals[rest]}分`}`
}
