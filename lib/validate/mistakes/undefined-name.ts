import { closest } from '../../finding/closest.ts'
import { finding } from '../../finding/finding.ts'
import { codes } from '../codes.ts'
import { type JsonObject, valueAt, withoutKeys } from '../json-schema.ts'
import { definedNames, keyOf } from '../keywords.ts'
import { atValue, guess, placeName, type Reporter, replaceWith, type Setting, shown } from './reporter.ts'

/** A name that the same document should define and does not. */
export const undefinedName: Reporter = (mistake, setting) => {
  const place = placeName(setting, mistake.path)
  const meant = closest(String(mistake.data), namesFor(mistake.schema, setting))
  const { zh, en } = guess(meant)
  return atValue(setting, mistake, codes.undefinedName, {
    message: {
      zh: `${place.zh}所写的“${shown(mistake.data)}”在本文件中没有定义${zh}`,
      en: `${place.en} names “${shown(mistake.data)}”, which this file does not define${en}`,
    },
    ...(meant === undefined ? {} : { fix: replaceWith(meant, false) }),
  })
}

/** The same for a key. One that stands there already is not meant a second time. */
export const undefinedKey: Reporter = ({ key = '', path, schema }, setting) => {
  const present = valueAt(setting.document.value, path)
  const meant = closest(key, withoutKeys(namesFor(schema, setting), present))
  const { zh, en } = guess(meant)
  return finding(codes.undefinedName, setting.document.at([...path, key], 'key'), {
    message: {
      zh: `键“${shown(key)}”在本文件中没有定义${zh}`,
      en: `the key “${shown(key)}” names what this file does not define${en}`,
    },
    ...(meant === undefined ? {} : { fix: replaceWith(meant, false) }),
  })
}

function namesFor(schema: JsonObject, { document }: Setting): readonly string[] {
  const pointer = schema[keyOf]
  return typeof pointer === 'string' ? definedNames(document.value, pointer) : []
}
