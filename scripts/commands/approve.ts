import type { Command } from '../terminal/command.ts'
import { notAChoice } from '../terminal/command-line.ts'
import type { ApproveAction } from './approve/action.ts'
import { check } from './approve/check.ts'

const actions: readonly ApproveAction[] = [check]
const names = actions.map(({ name }) => name)

export const approve: Command = {
  name: 'approve',
  summary: {
    zh: '合并请求的审批：评审是否满足管理办法的步骤',
    en: 'the approval of a change: whether its reviews fill the regulation’s steps',
  },
  arguments: [
    {
      name: '<action>',
      summary: {
        zh: actions.map(({ name, summary }) => `${name} ${summary.zh}`).join('；'),
        en: actions.map(({ name, summary }) => `${name} ${summary.en}`).join('; '),
      },
      choices: names,
    },
  ],
  options: actions.flatMap(({ options }) => options),
  examples: actions.flatMap(({ examples }) => examples),
  run: async (context, { arguments: [name = ''], options }) => {
    const action = actions.find(action => action.name === name)
    if (action === undefined) throw notAChoice('<action>', name, names)
    return await action.run(context, { arguments: [], options })
  },
}
