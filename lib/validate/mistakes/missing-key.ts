import { codes } from '../codes.ts'
import { atMap, keyName, type Reporter } from './reporter.ts'

export const missingKey: Reporter = ({ key = '', path }, setting) => {
  const { zh, en } = keyName(setting, [...path, key])
  return atMap(setting, path, codes.missingKey, {
    message: { zh: `缺少${zh}`, en: `${en} is missing` },
    fix: { message: { zh: `补写${zh}`, en: `add ${en}` } },
  })
}

export const missingCompanion: Reporter = ({ key = '', path, params }, setting) => {
  const present = typeof params.property === 'string' ? params.property : ''
  const missing = keyName(setting, [...path, key])
  const given = keyName(setting, [...path, present])
  return atMap(setting, [...path, present], codes.missingCompanion, {
    message: {
      zh: `填写${given.zh}时须一并填写${missing.zh}`,
      en: `${given.en} needs ${missing.en} beside it`,
    },
    fix: { message: { zh: `补写${missing.zh}`, en: `add ${missing.en}` } },
  })
}
