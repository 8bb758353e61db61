import { join, resolve } from 'node:path'
import { printers } from '../../lib/finding/printers/index.ts'
import type { Printer } from '../../lib/finding/printers/printer.ts'
import { text } from '../../lib/finding/printers/text.ts'
import {
  type Command,
  type Context,
  type ExitStatus,
  exitStatus,
  type Invocation,
  statusOf,
} from '../command.ts'
import { writeWhole } from '../write-file.ts'

export const validate: Command = {
  name: 'validate',
  summary: {
    zh: '校验数据仓库：格式、目录、跨文件规则，一次列出全部问题',
    en: 'check the data repository: form, catalogue and rules across files, everything in one run',
  },
  arguments: [],
  options: [
    {
      flags: '--format <format>',
      summary: { zh: '输出格式', en: 'form of the output' },
      choices: printers.map(printer => printer.name),
    },
    {
      flags: '--out <file>',
      summary: {
        zh: '把所选格式的结果写入文件，终端仍输出文本',
        en: 'write the chosen form to a file, and text to the terminal',
      },
    },
    {
      flags: '-w, --watch',
      summary: { zh: '文件变化时重新校验', en: 'check again whenever a file changes' },
    },
  ],
  examples: [
    { line: 'tenantry validate', summary: { zh: '校验当前数据仓库', en: 'check the repository here' } },
    {
      line: 'tenantry validate --format sarif --out tenantry.sarif',
      summary: {
        zh: '在终端显示，并为代码扫描平台写出 SARIF',
        en: 'show on the terminal, and write SARIF for code scanning',
      },
    },
    {
      line: 'tenantry validate --at 2025-07-10 --lang zh',
      summary: {
        zh: '按某日的目录和管理办法校验',
        en: 'check against the catalogue and regulations of a day',
      },
    },
    {
      line: 'tenantry validate --watch',
      summary: { zh: '边改边校验，Ctrl-C 结束', en: 'check while editing; Ctrl-C ends it' },
    },
  ],
  run: async (context, invocation) =>
    invocation.options.watch === true
      ? await watched(context, invocation)
      : await validated(context, invocation),
}

async function validated(context: Context, { options }: Invocation): Promise<ExitStatus> {
  const [{ loadRepository }, { printed }] = await Promise.all([
    import('../repository.ts'),
    import('../report.ts'),
  ])
  const loaded = await loadRepository(context)
  const chosen = printerNamed(options.format) ?? printerNamed(context.json ? 'json' : 'text') ?? text
  if (typeof options.out === 'string')
    writeWhole(resolve(context.cwd, options.out), printed(loaded, chosen, { ...context, colour: false }))
  context.stdout(printed(loaded, typeof options.out === 'string' ? text : chosen, context))
  return statusOf(loaded.findings)
}

function printerNamed(name: unknown): Printer | undefined {
  return printers.find(printer => printer.name === name)
}

/** Unchanged files come from the cache, so that only what changed is read again. */
async function watched(context: Context, invocation: Invocation): Promise<ExitStatus> {
  const { settledChanges } = await import('../changes.ts')
  const paths = ['catalogue', 'tenants'].map(folder => join(context.root, folder))
  let status: ExitStatus = exitStatus.clean
  for await (const _ of settledChanges(paths, context.signal())) {
    if (context.interactive) context.stdout(`\u001b[2J\u001b[H`)
    status = await validated(context, invocation)
  }
  return status
}
