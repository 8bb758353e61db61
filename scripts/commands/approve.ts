import { actingCommand } from '../terminal/actions.ts'
import { check } from './approve/check.ts'
import { pending } from './approve/pending.ts'
import { sign } from './approve/sign.ts'

export const approve = actingCommand({
  name: 'approve',
  summary: {
    zh: '合并请求的审批：评审是否满足管理办法的步骤，以及本人签名的意见',
    en: 'the approval of a change: whether its reviews fill the regulation’s steps, and opinions that people sign themselves',
  },
  actions: [check, pending, sign],
  rest: {
    name: '[range]',
    summary: {
      zh: 'sign 所签的改动：BASE..HEAD，目标分支和改动的提交',
      en: 'what sign is about: BASE..HEAD, commits of the target branch and of the change',
    },
  },
})
