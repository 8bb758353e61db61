import type { Command } from '../terminal/command.ts'
import { dirtyOption, parallelOption } from '../terminal/run-request.ts'

export const destroy: Command = {
  name: 'destroy',
  summary: {
    zh: '从云上销毁选中的栈，不可恢复；系统没有办完退出手续，或者项目、域内仍有未经申报的资源或者用户的，予以拒绝',
    en: 'remove the chosen stacks from the clouds for good; refused before the exit of a system is through, and while a project or domain holds what nobody declared',
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
    {
      flags: '--without-papers <reason>',
      summary: {
        zh: '系统的批复仍然有效，或者其终止无从证明，也予销毁的理由；写入执行记录',
        en: 'why to destroy also where the grant of a system holds or its end cannot be proven; the record of the run keeps it',
      },
    },
    parallelOption,
    dirtyOption,
  ],
  examples: [
    {
      line: 'tenantry destroy ningwu/weijianju@internet --confirm ningwu/weijianju@internet',
      summary: {
        zh: '一个单位在一个分区的栈，其系统均已终止',
        en: 'the stacks of a unit in one zone, once all its systems have come to their end',
      },
    },
    {
      line: 'tenantry destroy "zone:internet" --confirm "zone:internet" --without-papers "rehearsal is over" --json',
      summary: {
        zh: '测试环境一个分区的全部栈，供程序读取',
        en: 'everything in a zone of a lab, for programs',
      },
    },
  ],
  run: async (context, invocation) =>
    await (await import('../terminal/run-destroy.ts')).destroyed(context, invocation),
}
