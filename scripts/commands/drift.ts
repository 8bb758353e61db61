import type { Command } from '../terminal/command.ts'
import { reportOptions } from '../terminal/report-options.ts'
import { dirtyOption, parallelOption, selectorArgument } from '../terminal/run-request.ts'

export const drift: Command = {
  name: 'drift',
  summary: {
    zh: '比对清单、状态和云三方，按类列出不一致之处，打开了访问的列为警报；不改变云和清单。一致时退出状态为 0，不一致为 2',
    en: 'hold manifests, states and clouds against each other and list by class where they differ, openings as alarms, changing neither clouds nor manifests; status 0 where they are of one mind, 2 where not',
  },
  arguments: [selectorArgument],
  options: [
    ...reportOptions,
    {
      flags: '--page <file>',
      summary: {
        zh: '另写一个网页，不依赖其他文件，可打印',
        en: 'write a page as well that needs nothing else, and prints',
      },
    },
    {
      flags: '--propose',
      summary: {
        zh: '逐处给出处理办法；没有打开访问、清单又能表达的，写成一个分支上的变更申请，不推送',
        en: 'tell the way out of each; what opens nothing and a manifest can express becomes a change request on a branch, which is not pushed',
      },
    },
    {
      flags: '--adopt <what...>',
      summary: {
        zh: '与 --propose 同用：只采纳这些类（如 quota）或编号的不一致，打开了访问的也可指定',
        en: 'with --propose: adopt only drift of these classes, such as quota, or of these ids, openings too',
      },
    },
    parallelOption,
    dirtyOption,
  ],
  examples: [
    { line: 'tenantry drift', summary: { zh: '全部分区', en: 'all zones' } },
    {
      line: 'tenantry drift zone:internet --json',
      summary: { zh: '一个分区，供程序读取', en: 'one zone, for programs' },
    },
    {
      line: 'tenantry drift --format sarif --out drift.sarif',
      summary: { zh: '为代码扫描平台写出 SARIF', en: 'write SARIF for code scanning' },
    },
    {
      line: 'tenantry drift ningwu/jiaoyuju --page drift.html',
      summary: { zh: '一个单位的网页', en: 'the page of one unit' },
    },
    {
      line: 'tenantry drift ningwu/jiaoyuju --propose',
      summary: {
        zh: '把手工调整的配额等写成待批准的变更申请',
        en: 'a quota changed by hand as a change request to be approved',
      },
    },
    {
      line: 'tenantry drift ningwu/jiaoyuju --propose --adopt quota',
      summary: { zh: '只采纳配额', en: 'adopt quotas alone' },
    },
  ],
  run: async (context, invocation) =>
    await (await import('../terminal/run-drift.ts')).drifted(context, invocation),
}
