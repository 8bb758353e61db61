import type { Command } from '../terminal/command.ts'
import {
  approvedOption,
  dirtyOption,
  mostRemovalsOption,
  parallelOption,
  selectorArgument,
} from '../terminal/run-request.ts'

export const apply: Command = {
  name: 'apply',
  summary: {
    zh: '按数据仓库在云上交付：只执行有变化的栈，一个失败不影响其他',
    en: 'bring the clouds to what the repository says: only stacks that changed run, and one that fails stops no other',
  },
  arguments: [selectorArgument],
  options: [
    { flags: '--yes', summary: { zh: '不再询问确认', en: 'do not ask for confirmation' } },
    {
      flags: '--retry',
      summary: {
        zh: '只执行上次交付中失败、跳过或者中断的栈',
        en: 'only what failed, was skipped or was interrupted in the last apply',
      },
    },
    {
      flags: '--all',
      summary: {
        zh: '没有变化的栈也执行，可纠正云上被人改动之处',
        en: 'also stacks that have not changed, to put right what was changed in the clouds by hand',
      },
    },
    {
      flags: '--adopt',
      summary: {
        zh: '云上已有而状态中没有的同名资源，属于本栈的予以登记，不重新创建；从不登记他人的资源',
        en: 'take up what stands in the clouds under our names and in no state, instead of making it twice; never what is of somebody else',
      },
    },
    {
      flags: '--retire',
      summary: {
        zh: '删除批复已经终止的系统的栈，不可恢复；不加此项时只收回其访问权限',
        en: 'remove for good the stacks of systems whose grant has come to its end; without it, only the access to them ends',
      },
    },
    approvedOption,
    mostRemovalsOption,
    parallelOption,
    dirtyOption,
  ],
  examples: [
    {
      line: 'tenantry apply --yes',
      summary: { zh: '交付全部，用于流水线', en: 'everything, in a pipeline' },
    },
    {
      line: 'tenantry apply ningwu/jiaoyuju --yes',
      summary: { zh: '一个单位及其所依赖的平台', en: 'one unit, and the platform that it stands on' },
    },
    {
      line: 'tenantry apply --approved plan.json',
      summary: { zh: '只交付所批准的计划', en: 'what was approved, and nothing else' },
    },
    {
      line: 'tenantry apply --adopt ningwu/jiaoyuju --yes',
      summary: { zh: '状态丢失之后重新登记一个单位', en: 'one unit again, after its state was lost' },
    },
    {
      line: 'tenantry apply --retire ningwu/weijianju --yes',
      summary: { zh: '收回一个单位已终止系统的资源', en: 'take back what ended systems of a unit have' },
    },
    {
      line: 'tenantry apply --yes --parallel 8 --json',
      summary: { zh: '同时执行八个栈，供程序读取', en: 'eight stacks at a time, for programs' },
    },
  ],
  run: async (context, invocation) =>
    await (await import('../terminal/run-apply.ts')).applied(context, invocation),
}
