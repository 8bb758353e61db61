import { closest } from '../../finding/closest.ts'
import type { Fix } from '../../finding/finding.ts'
import { codes } from '../codes.ts'
import { referenceOf } from './references.ts'
import { atValue, guess, placeName, type Reporter, replaceWith, shown } from './reporter.ts'

const longestList = 12

/** A value of an `enum` or `const`. */
export const notAllowed: Reporter = (mistake, setting) => {
  const values = allowedValues(mistake.params)
  const allowed = values.map(String)
  const reference = referenceOf(mistake.schema, 'x-refers-to')
  if (reference !== undefined && typeof mistake.data === 'string') {
    const elsewhere = reference.elsewhere?.(mistake.data, setting.root)
    return elsewhere === undefined
      ? atValue(
          setting,
          mistake,
          reference.code,
          reference.unknown(mistake.data, allowed, undefined, mistake.schema),
        )
      : atValue(setting, mistake, elsewhere.code, elsewhere.details)
  }
  const place = placeName(setting, mistake.path)
  const meant = allowed.length === 1 ? allowed[0] : closest(String(mistake.data), allowed)
  const { zh, en } = allowed.length === 1 ? { zh: '', en: '' } : guess(meant)
  return atValue(setting, mistake, codes.notAllowed, {
    message: {
      zh: `${place.zh}不能取“${shown(mistake.data)}”，${choiceZh(allowed)}${zh}`,
      en: `${place.en} cannot be “${shown(mistake.data)}”; ${choiceEn(allowed)}${en}`,
    },
    ...(meant === undefined ? {} : { fix: fixTo(meant, values.includes(meant)) }),
  })
}

function allowedValues({
  allowedValues,
  allowedValue,
}: Readonly<Record<string, unknown>>): readonly unknown[] {
  return [allowedValues ?? allowedValue].flat()
}

/** `true` in quotes would be a text. */
function fixTo(meant: string, isText: boolean): Fix {
  return isText ? replaceWith(meant) : { ...replaceWith(meant), replacement: meant }
}

function choiceZh(allowed: readonly string[]): string {
  if (allowed.length === 1) return `应为“${allowed.join()}”`
  const rest = allowed.length > longestList ? `等 ${allowed.length} 种` : ''
  return `可取：${allowed.slice(0, longestList).join('、')}${rest}`
}

function choiceEn(allowed: readonly string[]): string {
  if (allowed.length === 1) return `it is always “${allowed.join()}”`
  const rest = allowed.length > longestList ? ` and ${allowed.length - longestList} more` : ''
  return `it is one of ${allowed.slice(0, longestList).join(', ')}${rest}`
}
