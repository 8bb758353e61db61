import { codes } from '../../lib/command-line/codes.ts'
import type { KindOfDifferences } from '../../lib/difference/index.ts'
import { printable } from '../../lib/finding/printable.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import {
  type Command,
  CommandError,
  type Context,
  type ExitStatus,
  exitStatus,
  type Invocation,
} from '../terminal/command.ts'
import { comparedRange, rangeArgument } from '../terminal/compared-range.ts'
import { checkedDate } from '../terminal/global-options.ts'
import type { Compared, Comparison } from '../workspace/compared-models.ts'
import type { StackDifferences } from '../workspace/stack-differences.ts'

export const diff: Command = {
  name: 'diff',
  summary: {
    zh: '一处改动改变了什么：逐项用文字说明，并列出受影响的资源编排文件；注释、顺序和排版不算',
    en: 'what a change changes, in words, and which stacks come out otherwise; comments, order and layout count for nothing',
  },
  arguments: [rangeArgument],
  options: [
    {
      flags: '--from <date>',
      summary: {
        zh: '不比提交，比两天：当前文件在这一天说明的内容',
        en: 'two days instead of two commits: what the files here say on this one',
      },
    },
    {
      flags: '--to <date>',
      summary: { zh: '与这一天相比（默认今天）', en: 'against this one (today by default)' },
    },
  ],
  examples: [
    {
      line: 'tenantry diff',
      summary: { zh: '尚未提交的改动', en: 'what is not committed yet' },
    },
    {
      line: 'tenantry diff HEAD..HEAD --json',
      summary: { zh: '两个提交之间，供程序读取', en: 'between two commits, for programs' },
    },
    {
      line: 'tenantry diff --from 2026-06-30 --to 2026-11-23',
      summary: {
        zh: '两天之间：到期、开始和结束了什么',
        en: 'between two days: what has begun, ended and changed',
      },
    },
  ],
  run: compared,
}

async function compared(context: Context, invocation: Invocation): Promise<ExitStatus> {
  const comparison = comparisonOf(context, invocation)
  const [{ comparedModels }, { stackDifferences }, { differencesBetween }, { modelOf }] = await Promise.all([
    import('../workspace/compared-models.ts'),
    import('../workspace/stack-differences.ts'),
    import('../../lib/difference/index.ts'),
    import('../terminal/require-model.ts'),
  ])
  const sides = comparedModels(context, comparison, modelOf)
  const kinds = differencesBetween(sides)
  const made = await stackDifferences(context, sides)
  if (made.findings.length > 0) {
    const { tellFindings } = await import('../terminal/report.ts')
    tellFindings(context, { findings: made.findings, files: [] })
    return exitStatus.findings
  }
  context.stdout(context.json ? jsonOf(sides, kinds, made) : await textOf(context, kinds, made))
  return exitStatus.clean
}

async function textOf(context: Context, kinds: readonly KindOfDifferences[], { stacks }: StackDifferences) {
  const { differenceLines } = await import('../terminal/difference-lines.ts')
  return `${differenceLines(context.language, kinds, stacks).join('\n')}\n`
}

function jsonOf(sides: Compared, kinds: readonly KindOfDifferences[], { stacks }: StackDifferences): string {
  const side = (of: 'before' | 'after') => ({ commit: sides.commits[of], on: sides[of].asOf })
  const differences = kinds.flatMap(({ kind, differences }) =>
    differences.map(({ subject, message }) => ({ kind: kind.id, subject, message })),
  )
  return jsonAnswer('differences', { before: side('before'), after: side('after'), differences, stacks })
}

function comparisonOf(context: Context, { arguments: [range], options }: Invocation): Comparison {
  const { from, to } = options
  if (typeof from === 'string') {
    if (range !== undefined) throw both(range)
    return {
      from: checkedDate(from, '--from'),
      to: typeof to === 'string' ? checkedDate(to, '--to') : context.today,
    }
  }
  if (typeof to === 'string')
    throw new CommandError(
      codes.missingValue.code,
      { zh: '--to 须与 --from 一起使用', en: '--to goes with --from' },
      exitStatus.usage,
    )
  return comparedRange(range)
}

function both(range: string): CommandError {
  return new CommandError(
    codes.badRange.code,
    {
      zh: `两个提交（${printable(range)}）和两天（--from）只能比一样`,
      en: `compare two commits (${printable(range)}) or two days (--from), not both`,
    },
    exitStatus.usage,
  )
}
