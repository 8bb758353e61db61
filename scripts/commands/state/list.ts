import type { Action } from '../../terminal/actions.ts'
import { dirtyOption, selectorArgument } from '../../terminal/run-request.ts'

export const list: Action = {
  name: 'list',
  summary: {
    zh: '列出状态所载的资源，一行一个',
    en: 'show what the states have, one resource a line',
  },
  arguments: [selectorArgument],
  options: [dirtyOption],
  examples: [
    {
      line: 'tenantry state list ningwu/jiaoyuju --json',
      summary: { zh: '一个单位的资源，供程序读取', en: 'the resources of one unit, for programs' },
    },
  ],
  run: async (context, invocation) =>
    await (await import('../../terminal/run-state.ts')).listed(context, invocation),
}
