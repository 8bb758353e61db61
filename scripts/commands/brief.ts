import type { Brief } from '../../lib/brief/index.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import {
  type Command,
  type Context,
  type ExitStatus,
  exitStatus,
  type Invocation,
} from '../terminal/command.ts'
import { comparedRange } from '../terminal/compared-range.ts'
import type { Compared } from '../workspace/compared-models.ts'

export const brief: Command = {
  name: 'brief',
  summary: {
    zh: '一处改动的审阅要点：需要留意之处及其依据、谁申请什么、材料、资源、费用、余量、开放、期限和审批',
    en: 'what whoever decides on a change reads: what gives pause and by which article, who asks for what, papers, services, fees, capacity, exposure, deadlines, approval',
  },
  arguments: [
    {
      name: '[range]',
      summary: {
        zh: 'BASE..HEAD 两个提交，或 BASE 与当前文件；从分叉处比起。不写则为 HEAD 与当前文件',
        en: 'BASE..HEAD, or BASE and the files as they lie here, from where they parted; without it, HEAD and the files',
      },
    },
  ],
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
  const compared = comparedModels(context, comparedRange(range), loaded => {
    const model = modelOf(loaded)
    tellLeftOut(context, model)
    return model
  })
  const made = await briefOfChange(context, compared, undefined)
  const format = context.json ? 'json' : String(options.format)
  context.stdout(await written(context, format, made, compared))
  return exitStatus.clean
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
