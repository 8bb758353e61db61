import { actingCommand } from '../terminal/actions.ts'
import { check } from './approve/check.ts'
import { pending } from './approve/pending.ts'

export const approve = actingCommand({
  name: 'approve',
  summary: {
    zh: '合并请求的审批：评审是否满足管理办法的步骤',
    en: 'the approval of a change: whether its reviews fill the regulation’s steps',
  },
  actions: [check, pending],
})
