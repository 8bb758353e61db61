import { printable } from '../../lib/finding/printable.ts'
import type { Outcome } from '../doctor/check.ts'
import { type Command, type Context, exitStatus } from '../terminal/command.ts'

export const doctor: Command = {
  name: 'doctor',
  summary: {
    zh: '检查本机是否具备交付所需的一切：terraform、provider、各分区的云',
    en: 'look whether this machine has all that delivery needs: terraform, the provider, the clouds of the zones',
  },
  arguments: [],
  options: [],
  examples: [
    {
      line: 'tenantry doctor',
      summary: {
        zh: '逐项检查；缺项时退出状态为 3',
        en: 'look at everything; status 3 when something is missing',
      },
    },
    { line: 'tenantry doctor --json', summary: { zh: '供程序读取', en: 'for programs' } },
  ],
  run: async context => {
    const { checks } = await import('../doctor/index.ts')
    const results = await Promise.all(
      checks.map(async ({ name, run }) => ({ name, outcomes: await run(context) })),
    )
    context.stdout(
      context.json
        ? `${JSON.stringify(
            results.flatMap(({ name, outcomes }) => outcomes.map(outcome => ({ check: name, ...outcome }))),
            null,
            2,
          )}\n`
        : results
            .flatMap(({ outcomes }) => outcomes.flatMap(outcome => linesOf(outcome, context)))
            .join('\n')
            .concat('\n'),
    )
    const lacking = results.some(({ outcomes }) => outcomes.some(({ state }) => state === 'missing'))
    return lacking ? exitStatus.environment : exitStatus.clean
  },
}

const states = {
  zh: { ok: '正常', missing: '缺少', skipped: '跳过' },
  en: { ok: 'ok     ', missing: 'missing', skipped: 'skipped' },
} as const

function linesOf({ state, what, advice }: Outcome, { language }: Context): string[] {
  const word = states[language][state]
  const lines = [`${word}  ${printable(what[language])}`]
  if (advice !== undefined)
    lines.push(`${language === 'zh' ? '     ' : '       '}   → ${printable(advice[language])}`)
  return lines
}
