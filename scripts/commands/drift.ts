import type { Command } from '../terminal/command.ts'
import { reportOptions } from '../terminal/report-options.ts'
import { dirtyOption, parallelOption, selectorArgument } from '../terminal/run-request.ts'

export const drift: Command = {
  name: 'drift',
  summary: {
    zh: '比对清单、状态和云三方，按类列出不一致之处，打开了访问的列为警报；不作任何改变。一致时退出状态为 0，不一致为 2',
    en: 'hold manifests, states and clouds against each other and list by class where they differ, openings as alarms, without changing anything; status 0 where they are of one mind, 2 where not',
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
  ],
  run: async (context, invocation) =>
    await (await import('../terminal/run-drift.ts')).drifted(context, invocation),
}
