import { dataPathText } from '../../finding/data-path.ts'
import { finding } from '../../finding/finding.ts'
import { codes } from '../codes.ts'
import { valueAt, withoutKeys } from '../json-schema.ts'
import { propertiesOf } from '../schema-at.ts'
import { type Meant, type Mistake, samePath } from './mistake.ts'
import { referenceOf } from './references.ts'
import { guess, type Reporter, replaceWith, type Setting, shown } from './reporter.ts'

export const unknownKey: Reporter = (mistake, setting) => {
  const { key = '', path, meant } = mistake
  const at = setting.document.at([...path, key], 'key')
  const reference = referenceOf(mistake.schema, 'x-refers-to-keys')
  if (reference !== undefined) {
    const present = valueAt(setting.document.value, path)
    const names = withoutKeys(Object.keys(propertiesOf(mistake.schema)), present)
    return finding(reference.code, at, reference.unknown(key, names, meant?.key))
  }
  if (meant !== undefined && !samePath(meant.parent, path)) return misplaced(mistake, meant, setting)
  const { zh, en } = guess(meant?.key)
  return finding(codes.unknownKey, at, {
    message: { zh: `没有“${shown(key)}”这一键${zh}`, en: `there is no key “${shown(key)}” here${en}` },
    ...(meant === undefined ? {} : { fix: replaceWith(meant.key, false) }),
  })
}

function misplaced({ key = '', path }: Mistake, { parent }: Meant, { document }: Setting) {
  const name = shown(key)
  const place = dataPathText(parent)
  return finding(codes.unknownKey, document.at([...path, key], 'key'), {
    message: {
      zh:
        parent.length === 0
          ? `“${name}”不属于此处，应写在文件最外层`
          : `“${name}”不属于此处，应写在“${place}”之下`,
      en:
        parent.length === 0
          ? `“${name}” does not belong here but on the outermost level`
          : `“${name}” does not belong here but under “${place}”`,
    },
    fix: {
      message: {
        zh: parent.length === 0 ? '移到文件最外层' : `移到“${place}”之下`,
        en: parent.length === 0 ? 'move it to the outermost level' : `move it under “${place}”`,
      },
    },
  })
}
