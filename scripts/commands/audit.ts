import { actingCommand } from '../terminal/actions.ts'
import { log } from './audit/log.ts'
import { timeline } from './audit/timeline.ts'
import { verify } from './audit/verify.ts'

export const audit = actingCommand({
  name: 'audit',
  summary: {
    zh: '只凭审批记录和 Git 核查，离线进行：是否完整，决定了什么',
    en: 'what an auditor asks of the evidence, offline: whether it is whole, and what was decided',
  },
  actions: [verify, log, timeline],
  rest: {
    name: '[system]',
    summary: { zh: 'timeline 所看的系统', en: 'the system that timeline is about' },
    complete: 'system',
  },
})
