import type { RunRecord } from '../../lib/deliver/run.ts'
import {
  type Command,
  type Context,
  type ExitStatus,
  exitStatus,
  type Invocation,
} from '../terminal/command.ts'
import { parallelOption, selectorArgument } from '../terminal/run-request.ts'

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
    parallelOption,
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
      line: 'tenantry apply --yes --parallel 8 --json',
      summary: { zh: '同时执行八个栈，供程序读取', en: 'eight stacks at a time, for programs' },
    },
  ],
  run: applied,
}

async function applied(context: Context, { arguments: selectors, options }: Invocation): Promise<ExitStatus> {
  const [{ loadDelivery }, { selected }, { parallelOf }, runs, { applyRun }, remarks, { report }, consent] =
    await Promise.all([
      import('../terraform/delivery.ts'),
      import('../terraform/stacks.ts'),
      import('../terminal/run-request.ts'),
      import('../terraform/plan-run.ts'),
      import('../terraform/apply-run.ts'),
      import('../terraform/remarks.ts'),
      import('../terminal/run-report.ts'),
      import('../terminal/consent.ts'),
    ])
  const parallel = parallelOf(options)
  if (options.yes !== true) consent.requireTerminal(context)
  const delivery = loadDelivery(context)
  if (delivery === undefined) return exitStatus.findings
  const retried = options.retry === true ? (await import('../terraform/retry.ts')).retried : undefined
  const named = selected(delivery.stacks, selectors)
  const chosen = retried === undefined ? named : retried(context.root, named)
  const request = {
    delivery,
    selectors,
    chosen,
    all: options.all === true || retried !== undefined,
    parallel,
  }
  const status = await runs.withReady(context, request, async ready => {
    const told = async (record: RunRecord) =>
      report(context, record, await remarks.remarksOnRun(context, request, ready))
    if (options.yes === true) return await told(await applyRun(context, request, ready))
    const planned = await runs.planRun(context, request, ready)
    const shown = await told(planned.record)
    if (!(await consent.consented(context, planned.record))) return shown
    return await told(await applyRun(context, request, ready, planned.changes))
  })
  return status ?? exitStatus.findings
}
