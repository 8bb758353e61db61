import { closest } from '../../finding/closest.ts'
import { finding } from '../../finding/finding.ts'
import { codes } from '../codes.ts'
import type { JsonObject } from '../json-schema.ts'
import { definedNames, keyOf } from '../keywords.ts'
import { atValue, guess, placeName, type Reporter, replaceWith, type Setting, shown } from './reporter.ts'

/** A name that the same document should define and does not. */
export const undefinedName: Reporter = (mistake, setting) => {
  const place = placeName(setting, mistake.path)
  const meant = meantBy(mistake.data, mistake.schema, setting)
  const { zh, en } = guess(meant)
  return atValue(setting, mistake, codes.undefinedName, {
    message: {
      zh: `${place.zh}所写的“${shown(mistake.data)}”在本文件中没有定义${zh}`,
      en: `${place.en} names “${shown(mistake.data)}”, which this file does not define${en}`,
    },
    ...(meant === undefined ? {} : { fix: replaceWith(meant) }),
  })
}

/** The same for a key. */
export const undefinedKey: Reporter = ({ key = '', path, schema }, setting) => {
  const meant = meantBy(key, schema, setting)
  const { zh, en } = guess(meant)
  return finding(codes.undefinedName, setting.document.at([...path, key], 'key'), {
    message: {
      zh: `键“${shown(key)}”在本文件中没有定义${zh}`,
      en: `the key “${shown(key)}” names what this file does not define${en}`,
    },
    ...(meant === undefined ? {} : { fix: replaceWith(meant) }),
  })
}

function meantBy(name: unknown, schema: JsonObject, { document }: Setting): string | undefined {
  const pointer = schema[keyOf]
  return typeof pointer === 'string'
    ? closest(String(name), definedNames(document.value, pointer))
    : undefined
}
