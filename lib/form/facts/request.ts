import { type Facts, ofSystem, type Words, worded } from '../fact.ts'
import type { SystemSubject } from '../subject.ts'

const degrees: Words = { usual: '一般', major: '重大' }
const sizes: Words = { usual: '一般', large: '数量大' }

/** What the regulation makes of the request; nothing while it is not yet written down. */
export const requestFacts: Facts = {
  /** `major` where the request or the regulation marks it so. */
  'request.degree': ofSystem('变更程度', system => worded(degrees, degreeOf(system, 'major')), {
    codes: Object.keys(degrees),
  }),
  /** `large` where it reaches a bound of the regulation, or is marked so. */
  'request.size': ofSystem('资源用量', system => worded(sizes, degreeOf(system, 'large')), {
    codes: Object.keys(sizes),
  }),
}

function degreeOf({ stage, asked, case: { flags } }: SystemSubject, flag: 'major' | 'large') {
  if (stage === undefined) return undefined
  if (flags.includes(flag)) return flag
  return flag === 'large' && asked === undefined ? undefined : 'usual'
}
