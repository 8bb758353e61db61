import { codes } from '../codes.ts'
import { isPlainObject } from '../json-schema.ts'
import { atMap, type Reporter } from './reporter.ts'

/** A part of a profile that cites nothing, or cites an article for what the text does not say. */
export const wrongCitation: Reporter = ({ path, data, schema }, setting) => {
  const keys = Array.isArray(schema['x-cites']) ? schema['x-cites'].map(String) : []
  const written = isPlainObject(data)
    ? keys.find(key => key !== 'basis' && Object.hasOwn(data, key))
    : undefined
  if (written === undefined)
    return atMap(setting, path, codes.uncited, {
      message: {
        zh: `没有注明依据的条款（${keys.join('、')}）`,
        en: `no article is cited (${keys.join(', ')})`,
      },
      fix: {
        message: {
          zh: '补写依据的条款；条款没有规定的，移到 decisions 中，写明由谁、依据何文决定',
          en: 'cite the article; what no article lays down belongs under `decisions`, with who decided it and on which paper',
        },
      },
    })
  return atMap(setting, [...path, written], codes.decisionCites, {
    message: {
      zh: `条款没有规定的，不得引用条款（${written}）`,
      en: `what the text does not lay down cites no article (${written})`,
    },
    fix: {
      message: {
        zh: `删去 ${written}；条款确有规定的，移出 decisions，并写 stated: text`,
        en: `remove ${written}; what the article does lay down stands outside \`decisions\`, as stated by the text`,
      },
    },
  })
}
