import type { Text } from '../../finding/finding.ts'
import { finding } from '../../finding/finding.ts'
import { codes } from '../codes.ts'
import { atValue, placeName, type Reporter, shown } from './reporter.ts'

const comparisons: Readonly<Record<string, Text>> = {
  '>=': { zh: '不得小于', en: 'at least' },
  '>': { zh: '须大于', en: 'more than' },
  '<=': { zh: '不得大于', en: 'at most' },
  '<': { zh: '须小于', en: 'less than' },
}

export const outOfRange: Reporter = (mistake, setting) => {
  const place = placeName(setting, mistake.path)
  const comparison = comparisons[String(mistake.params.comparison)] ?? { zh: '须为', en: 'exactly' }
  const limit = String(mistake.params.limit)
  return atValue(setting, mistake, codes.outOfRange, {
    message: {
      zh: `${place.zh}为 ${shown(mistake.data)}，${comparison.zh} ${limit}`,
      en: `${place.en} is ${shown(mistake.data)} and must be ${comparison.en} ${limit}`,
    },
  })
}

export const wrongCount: Reporter = (mistake, setting) => {
  const place = placeName(setting, mistake.path)
  const limit = Number(mistake.params.limit)
  const few = mistake.keyword.startsWith('min')
  const message: Text =
    few && limit === 1
      ? {
          zh: `${place.zh}不能为空；不需要时删去整项`,
          en: `${place.en} is empty; where none is needed, remove the key`,
        }
      : {
          zh: `${place.zh}${few ? '至少' : '至多'}写 ${limit} 项`,
          en: `${place.en} must have ${few ? 'at least' : 'at most'} ${limit} entries`,
        }
  return atValue(setting, mistake, codes.wrongCount, { message })
}

export const repeated: Reporter = ({ path, params }, setting) => {
  const [first = 0, second = 0] = [Number(params.i), Number(params.j)].sort((a, b) => a - b)
  const place = placeName(setting, path)
  return finding(codes.repeated, setting.document.at([...path, second]), {
    message: {
      zh: `${place.zh}的第 ${second + 1} 条与第 ${first + 1} 条重复`,
      en: `entry ${second + 1} of ${place.en} repeats entry ${first + 1}`,
    },
    related: [
      {
        ...setting.document.at([...path, first]),
        message: { zh: '先出现于此', en: 'it is there first' },
      },
    ],
  })
}
