import type { Brief } from '../../lib/brief/index.ts'
import { codes } from '../../lib/command-line/codes.ts'
import { printable } from '../../lib/finding/printable.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import {
  type Command,
  CommandError,
  type Context,
  type ExitStatus,
  exitStatus,
  type Invocation,
  type OptionValues,
} from '../terminal/command.ts'
import { comparedRange, rangeArgument } from '../terminal/compared-range.ts'
import { forgeChange, forgeOptions } from '../terminal/forge-options.ts'
import type { Compared } from '../workspace/compared-models.ts'

export const brief: Command = {
  name: 'brief',
  summary: {
    zh: '一处改动的审阅要点：需要留意之处及其依据、谁申请什么、材料、资源、费用、余量、开放、期限和审批',
    en: 'what whoever decides on a change reads: what gives pause and by which article, who asks for what, papers, services, fees, capacity, exposure, deadlines, approval',
  },
  arguments: [rangeArgument],
  options: [
    {
      flags: '--format <format>',
      summary: {
        zh: 'markdown 供合并请求的评论，html 为单独的网页，json 供程序读取',
        en: 'markdown for a comment, html for a page of its own, json for programs',
      },
      choices: ['markdown', 'html', 'json'],
      default: 'markdown',
    },
    ...forgeOptions,
    {
      flags: '--comment',
      summary: {
        zh: '把要点写在合并请求下的一条评论中；已有的就地更新',
        en: 'keep it as one comment under the change, written anew in its place',
      },
    },
  ],
  examples: [
    {
      line: 'tenantry brief',
      summary: { zh: '尚未提交的改动', en: 'what is not committed yet' },
    },
    {
      line: 'tenantry brief HEAD..HEAD --lang zh --format html',
      summary: { zh: '两个提交之间，写成网页', en: 'between two commits, as a page in Chinese' },
    },
    {
      line: 'tenantry brief --forge city --change 7 --comment --lang zh',
      summary: { zh: '连同评审的情况，写在合并请求下', en: 'with how its reviews stand, under the change' },
    },
  ],
  run: briefed,
}

async function briefed(context: Context, { arguments: [range], options }: Invocation): Promise<ExitStatus> {
  const [{ comparedModels }, { briefOfChange }, { modelOf }, { tellLeftOut }] = await Promise.all([
    import('../workspace/compared-models.ts'),
    import('../workspace/change-brief.ts'),
    import('../terminal/require-model.ts'),
    import('../terminal/left-out.ts'),
  ])
  const change = await changeNamed(context, range, options)
  const compared = comparedModels(context, change?.range ?? comparedRange(range), loaded => {
    const model = modelOf(loaded)
    tellLeftOut(context, model)
    return model
  })
  const made = await briefOfChange(context, compared, change?.decided)
  if (options.comment === true && change !== undefined) {
    const { keepBrief } = await import('../terminal/kept-brief.ts')
    await keepBrief(context, change, made)
  }
  const format = context.json ? 'json' : String(options.format)
  context.stdout(await written(context, format, made, compared))
  return exitStatus.clean
}

/** A change of a forge is compared as the forge has it, from where its branch left the target. */
async function changeNamed(context: Context, range: string | undefined, options: OptionValues) {
  const isNamed = [options.forge, options.change, options.comment].some(value => value !== undefined)
  if (!isNamed) return undefined
  const named = forgeChange(options)
  if (range !== undefined)
    throw new CommandError(codes.badRange.code, {
      zh: `合并请求（--change）比什么由平台决定，不要再写 ${printable(range)}`,
      en: `what a change (--change) is compared with is the forge’s to say; leave out ${printable(range)}`,
    })
  const { forgeChangeOf } = await import('../terminal/forge-change.ts')
  const change = await forgeChangeOf(context, named)
  return { ...change, range: { base: change.facts.targetTip, head: change.facts.head } }
}

async function written(context: Context, format: string, made: Brief, compared: Compared): Promise<string> {
  if (format === 'json') return jsonOf(made, compared)
  if (format === 'html') {
    const [{ briefPage }, { toolVersion }] = await Promise.all([
      import('../../lib/brief/render/html.ts'),
      import('../workspace/package-root.ts'),
    ])
    return briefPage(made, context.language, toolVersion())
  }
  const { briefMarkdown } = await import('../../lib/brief/render/markdown.ts')
  return briefMarkdown(made, context.language)
}

function jsonOf({ flags, parts }: Brief, { commits, before, after }: Compared): string {
  return jsonAnswer('brief', {
    before: { commit: commits.before, on: before.asOf },
    after: { commit: commits.after, on: after.asOf },
    flags,
    parts,
  })
}
