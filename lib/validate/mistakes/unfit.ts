import { codes } from '../codes.ts'
import { atValue, placeName, type Reporter } from './reporter.ts'

/** For a keyword without words of its own: better a plain finding than none. */
export const unfit: Reporter = (mistake, setting) => {
  const place = placeName(setting, mistake.path)
  return atValue(setting, mistake, codes.unfit, {
    message: {
      zh: `${place.zh}不符合规定（${mistake.keyword}）`,
      en: `${place.en} does not fit (${mistake.keyword})`,
    },
  })
}
