import { closest } from '../../finding/closest.ts'
import type { Fix } from '../../finding/finding.ts'
import { codes } from '../codes.ts'
import { byLabel, type Labelled, labelledOf, listedZh } from './labels.ts'
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
  const choices = labelledOf(allowed, mistake.schema)
  const exact = byLabel(String(mistake.data), choices)
  const meant = allowed.length === 1 ? allowed[0] : (exact ?? closest(String(mistake.data), allowed))
  const { zh, en } = allowed.length === 1 ? { zh: '', en: '' } : guess(meant)
  return atValue(setting, mistake, codes.notAllowed, {
    message: {
      zh: `${place.zh}不能取“${shown(mistake.data)}”，${choiceZh(choices)}${zh}`,
      en: `${place.en} cannot be “${shown(mistake.data)}”; ${choiceEn(allowed)}${en}`,
    },
    ...(meant === undefined ? {} : { fix: fixTo(meant, values.includes(meant), meant === exact) }),
  })
}

function allowedValues({
  allowedValues,
  allowedValue,
}: Readonly<Record<string, unknown>>): readonly unknown[] {
  return [allowedValues ?? allowedValue].flat()
}

/** `true` in quotes would be a text. */
function fixTo(meant: string, isText: boolean, certain: boolean): Fix {
  const fix = replaceWith(meant, certain)
  return isText ? fix : { ...fix, replacement: meant }
}

function choiceZh(choices: readonly Labelled[]): string {
  if (choices.length === 1) return `应为“${listedZh(choices)}”`
  const rest = choices.length > longestList ? `等 ${choices.length} 种` : ''
  return `可取：${listedZh(choices.slice(0, longestList))}${rest}`
}

function choiceEn(allowed: readonly string[]): string {
  if (allowed.length === 1) return `it is always “${allowed.join()}”`
  const rest = allowed.length > longestList ? ` and ${allowed.length - longestList} more` : ''
  return `it is one of ${allowed.slice(0, longestList).join(', ')}${rest}`
}
