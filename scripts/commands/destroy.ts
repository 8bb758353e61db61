import type { Command } from '../terminal/command.ts'
import { dirtyOption, parallelOption } from '../terminal/run-request.ts'

export const destroy: Command = {
  name: 'destroy',
  summary: {
    zh: '从云上销毁选中的栈，不可恢复；项目或者域内仍有未经申报的资源或者用户的，予以拒绝',
    en: 'remove the chosen stacks from the clouds for good; refused while a project or domain holds what nobody declared',
  },
  arguments: [
    {
      name: '<selector...>',
      summary: {
        zh: '要销毁的栈，如 ningwu/jiaoyuju、zone:internet；全部须写 "*"',
        en: 'the stacks to destroy, such as ningwu/jiaoyuju or zone:internet; for all, write "*"',
      },
      complete: 'selector',
    },
  ],
  options: [
    {
      flags: '--confirm <selector>',
      summary: {
        zh: '原样重复选择符；有多个的，以空格相连',
        en: 'the selectors once more, word for word; several are joined by a space',
      },
      complete: 'selector',
    },
    parallelOption,
    dirtyOption,
  ],
  examples: [
    {
      line: 'tenantry destroy ningwu/jiaoyuju/xueji-guanli --confirm ningwu/jiaoyuju/xueji-guanli',
      summary: { zh: '一个系统在各分区的栈', en: 'the stacks of one system, in every zone' },
    },
    {
      line: 'tenantry destroy "zone:internet" --confirm "zone:internet" --json',
      summary: { zh: '一个分区的全部栈，供程序读取', en: 'everything in a zone, for programs' },
    },
  ],
  run: async (context, invocation) =>
    await (await import('../terminal/run-destroy.ts')).destroyed(context, invocation),
}
