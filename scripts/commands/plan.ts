import {
  type Command,
  type Context,
  type ExitStatus,
  exitStatus,
  type Invocation,
} from '../terminal/command.ts'
import { parallelOption, selectorArgument } from '../terminal/run-request.ts'

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
    parallelOption,
  ],
  examples: [
    { line: 'tenantry plan', summary: { zh: '全部有变化的栈', en: 'all stacks that have changed' } },
    { line: 'tenantry plan ningwu/jiaoyuju', summary: { zh: '一个单位', en: 'one unit' } },
    {
      line: 'tenantry plan --all zone:internet --json',
      summary: { zh: '一个分区的全部栈，供程序读取', en: 'everything in a zone, for programs' },
    },
  ],
  run: planned,
}

async function planned(context: Context, { arguments: selectors, options }: Invocation): Promise<ExitStatus> {
  const [
    { loadDelivery },
    { selected },
    { parallelOf },
    { planRun, withReady },
    { remarksOnRun },
    { report },
  ] = await Promise.all([
    import('../terraform/delivery.ts'),
    import('../terraform/stacks.ts'),
    import('../terminal/run-request.ts'),
    import('../terraform/plan-run.ts'),
    import('../terraform/remarks.ts'),
    import('../terminal/run-report.ts'),
  ])
  const parallel = parallelOf(options)
  const delivery = loadDelivery(context)
  if (delivery === undefined) return exitStatus.findings
  const chosen = selected(delivery.stacks, selectors)
  const request = { delivery, selectors, chosen, all: options.all === true, parallel }
  const status = await withReady(context, request, async ready => {
    const { record } = await planRun(context, request, ready)
    return report(context, record, await remarksOnRun(context, request, ready))
  })
  return status ?? exitStatus.findings
}
