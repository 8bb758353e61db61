import { createHash } from 'node:crypto'
import { join, relative } from 'node:path'
import type { ExtractedModel } from '../../lib/check/index.ts'
import type { Finding } from '../../lib/finding/finding.ts'
import { countsOf } from '../../lib/finding/printers/printer.ts'
import { text } from '../../lib/finding/printers/text.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import type { StackSummary } from '../../lib/summary/page.ts'
import { type Command, type Context, type ExitStatus, exitStatus, statusOf } from '../terminal/command.ts'

export const run: Command = {
  name: 'run',
  summary: {
    zh: '主流程：校验、合成、静态核验，写出编排文件和摘要页；不访问任何云',
    en: 'the main job: validate, synthesise, check the stacks, write them and a summary page; touches no cloud',
  },
  arguments: [],
  options: [],
  examples: [
    { line: 'tenantry run', summary: { zh: '处理当前数据仓库', en: 'on the repository here' } },
    {
      line: 'tenantry run --at 2026-06-30 --lang zh',
      summary: { zh: '某日的情况', en: 'as things stood on a day' },
    },
    { line: 'tenantry run --json', summary: { zh: '供程序读取', en: 'for programs' } },
  ],
  run: async context => {
    const [{ loadRepository }, { printed }, { requirePlainOutput }] = await Promise.all([
      import('../workspace/repository.ts'),
      import('../terminal/report.ts'),
      import('../workspace/plain-output.ts'),
    ])
    requirePlainOutput(context.root)
    const loaded = loadRepository(context)
    if (!context.json) context.stdout(printed(loaded, text, context))
    if (loaded.model === undefined || statusOf(loaded.findings) !== exitStatus.clean)
      return refused(loaded.findings, context)
    const made = await makeStacks(loaded.model, context)
    if (made.findings.length > 0) {
      if (!context.json) context.stdout(printed({ findings: made.findings, files: [] }, text, context))
      return refused(made.findings, context)
    }
    await writePage(
      loaded.model,
      { findings: loaded.findings, files: loaded.files.length, stacks: made.stacks },
      context,
    )
    context.stdout(
      context.json ? jsonText(loaded.findings, made.stacks, context) : told(made.stacks, context),
    )
    return exitStatus.clean
  },
}

/** Everything that is written lies here, and is replaced by the next run. */
const outputFolder = '.tenantry'
const pageFile = 'summary.html'
const stacksFolder = 'out'

/** With an error nothing is written: what lies there from an earlier run stays whole. */
function refused(findings: readonly Finding[], context: Context): ExitStatus {
  const lines = {
    zh: '存在错误，未写出任何文件。\n',
    en: 'There are errors: nothing was written.\n',
  }
  context.stdout(context.json ? jsonText(findings, [], context) : lines[context.language])
  return exitStatus.findings
}

async function makeStacks(model: ExtractedModel, context: Context) {
  const [{ outlineIn }, { jobsOf }, { writeStacks }, { stackFile }] = await Promise.all([
    import('../workspace/outline.ts'),
    import('../../stacks/job.ts'),
    import('../workspace/write-stacks.ts'),
    import('../../lib/stack-policy/index.ts'),
  ])
  const jobs = jobsOf(outlineIn(model))
  const summaries = new Map<string, StackSummary>()
  const folder = join(context.root, outputFolder, stacksFolder)
  const findings = await writeStacks(context, folder, jobs, ({ name, zone }, bytes) => {
    const file = `${stacksFolder}/${stackFile(name)}`
    summaries.set(name, { name, zone: zone.id, file, resources: resourcesIn(bytes), digest: sha256(bytes) })
  })
  return { stacks: jobs.flatMap(({ name }) => summaries.get(name) ?? []), findings }
}

function resourcesIn(bytes: Uint8Array): number {
  const { resource = {} }: { resource?: Record<string, Record<string, unknown>> } = JSON.parse(
    Buffer.from(bytes).toString(),
  )
  return Object.values(resource).reduce((count, named) => count + Object.keys(named).length, 0)
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

interface Made {
  readonly findings: readonly Finding[]
  readonly files: number
  readonly stacks: readonly StackSummary[]
}

async function writePage(model: ExtractedModel, made: Made, context: Context): Promise<void> {
  const [{ outlineIn }, { summaryOf }, pages, { toolVersion }, { writePages }] = await Promise.all([
    import('../workspace/outline.ts'),
    import('../../lib/summary/summary.ts'),
    import('../../lib/summary/page.ts'),
    import('../workspace/package-root.ts'),
    import('../workspace/page-output.ts'),
  ])
  const summary = summaryOf(model, outlineIn(model))
  writePages(
    join(context.root, outputFolder),
    pages.summaryPages({ summary, ...made, version: toolVersion() }),
    pages.summaryFolder,
  )
}

function jsonText(findings: readonly Finding[], stacks: readonly StackSummary[], { root }: Context): string {
  const out = join(root, outputFolder)
  const written =
    stacks.length === 0
      ? {}
      : {
          page: join(out, pageFile),
          stacks: stacks.map(stack => ({ ...stack, file: join(out, stack.file) })),
        }
  return jsonAnswer('run', { summary: countsOf(findings), findings, ...written })
}

function told(stacks: readonly StackSummary[], { root, cwd, language }: Context): string {
  const out = relative(cwd, join(root, outputFolder)) || '.'
  const resources = stacks.reduce((sum, stack) => sum + stack.resources, 0)
  const zones = new Set(stacks.map(({ zone }) => zone)).size
  const lines = {
    zh: [
      `已合成 ${zones} 个分区的 ${stacks.length} 个栈、${resources} 项资源，静态核验全部通过。`,
      '',
      `  ${out}/${pageFile}        摘要页，用浏览器打开，可打印`,
      `  ${out}/${stacksFolder}/stacks/         每个栈一份 Terraform JSON`,
      `  ${out}/${stacksFolder}/manifest.json   栈的清单和先后次序`,
    ],
    en: [
      `${stacks.length} stacks with ${resources} resources in ${zones} zones were made and passed every static check.`,
      '',
      `  ${out}/${pageFile}        the summary page: open it in a browser, or print it`,
      `  ${out}/${stacksFolder}/stacks/         the Terraform JSON of each stack`,
      `  ${out}/${stacksFolder}/manifest.json   the list of stacks and their order`,
    ],
  }
  return `\n${lines[language].join('\n')}\n`
}
