import type { Command } from '../terminal/command.ts'
import {
  dirtyOption,
  mostRemovalsOption,
  parallelOption,
  saveApprovalOption,
  selectorArgument,
} from '../terminal/run-request.ts'

export const plan: Command = {
  name: 'plan',
  summary: {
    zh: '查看交付会在云上改变什么，不作任何改变',
    en: 'show what an apply would change in the clouds, without changing anything',
  },
  arguments: [selectorArgument],
  options: [
    {
      flags: '--all',
      summary: {
        zh: '包括自上次交付以来没有变化的栈，可发现云上被人改动之处和不在任何状态中的资源',
        en: 'also stacks that have not changed since they were applied, to see what was changed in the clouds by hand, and what lies there in no state',
      },
    },
    {
      flags: '--all-values',
      summary: {
        zh: '列出全部取值，不论多长；否则每个栈至多 60 行',
        en: 'show every value, however long; without it, at most 60 lines a stack',
      },
    },
    {
      flags: '--detailed-exitcode',
      summary: {
        zh: '如 terraform：无变更时退出状态为 0，有变更时为 2（用法有误时也是 2）',
        en: 'as terraform: status 0 without changes and 2 with any (2 also stands for a mistake in usage)',
      },
    },
    {
      flags: '--retire',
      summary: {
        zh: '也列出 apply --retire 将从批复已终止的系统删除的内容',
        en: 'show also what apply --retire would remove of systems whose grant has come to its end',
      },
    },
    saveApprovalOption,
    mostRemovalsOption,
    parallelOption,
    dirtyOption,
  ],
  examples: [
    { line: 'tenantry plan', summary: { zh: '全部有变化的栈', en: 'all stacks that have changed' } },
    { line: 'tenantry plan ningwu/jiaoyuju', summary: { zh: '一个单位', en: 'one unit' } },
    {
      line: 'tenantry plan --all --detailed-exitcode',
      summary: {
        zh: '用于定期核查：云与清单不一致时状态为 2',
        en: 'for a regular check: 2 when the clouds differ',
      },
    },
    {
      line: 'tenantry plan --retire ningwu/weijianju',
      summary: { zh: '一个单位已终止系统将删除的内容', en: 'what would go of the ended systems of a unit' },
    },
    {
      line: 'tenantry plan ningwu/jiaoyuju --save-approval plan.json',
      summary: { zh: '存下一个单位的计划，供人批准', en: 'the plan of one unit, for somebody to approve' },
    },
    {
      line: 'tenantry plan --all zone:internet --json',
      summary: { zh: '一个分区的全部栈，供程序读取', en: 'everything in a zone, for programs' },
    },
  ],
  run: async (context, invocation) =>
    await (await import('../terminal/run-plan.ts')).planned(context, invocation),
}
