import { baseCodes } from '../../lib/change/base-codes.ts'
import { type Finding, fileStart, finding, sortFindings } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { json } from '../../lib/finding/printers/json.ts'
import { text } from '../../lib/finding/printers/text.ts'
import { gitRootOf } from '../../lib/read/inside.ts'
import {
  type Command,
  type Context,
  type ExitStatus,
  exitStatus,
  type Invocation,
  statusOf,
} from '../terminal/command.ts'
import type { Found } from '../terminal/report.ts'
import { chosenPrinter, reportOptions } from '../terminal/report-options.ts'
import { type Selection, selectionOf } from '../terminal/selection.ts'
import type { LoadedRepository } from '../workspace/repository.ts'

export const validate: Command = {
  name: 'validate',
  summary: {
    zh: '校验数据仓库：格式、目录、跨文件规则，一次列出全部问题',
    en: 'check the data repository: form, catalogue and rules across files, everything in one run',
  },
  arguments: [
    {
      name: '[path...]',
      summary: {
        zh: '只显示这些文件或文件夹中的问题；仍校验整个仓库',
        en: 'show only what is found in these files or folders; the whole repository is checked all the same',
      },
      complete: 'file',
    },
  ],
  options: [
    ...reportOptions,
    {
      flags: '--base <ref>',
      summary: {
        zh: '与目标分支比较，校验改动本身（记录只能追加、先申请后变更等）',
        en: 'compare with the target branch and judge the change itself (append-only, requests first)',
      },
    },
    {
      flags: '--fix',
      summary: {
        zh: '先写入没有疑义的改法（全角符号、特殊空格等），逐条列出，再校验',
        en: 'first write the fixes that leave no doubt (full-width signs, odd blanks), each of them told, then check',
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
      line: 'tenantry validate tenants/ningwu',
      summary: { zh: '只看一个地区的问题', en: 'look only at what is found in one jurisdiction' },
    },
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
      line: 'tenantry validate --base HEAD',
      summary: { zh: '校验尚未提交的改动', en: 'judge what is not committed yet' },
    },
    {
      line: 'tenantry validate --fix',
      summary: { zh: '改正全角符号等笔误', en: 'mend full-width signs and their like' },
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

async function validated(context: Context, { arguments: paths, options }: Invocation): Promise<ExitStatus> {
  const isShown = selectionOf(paths, context)
  const [{ loadRepository }, { printed, writePrinted }] = await Promise.all([
    import('../workspace/repository.ts'),
    import('../terminal/report.ts'),
  ])
  const repository = options.fix === true ? await fixed(context, isShown) : loadRepository(context)
  const found = narrowed(await withChange(context, repository, options.base), isShown)
  const chosen = chosenPrinter(options) ?? (context.json ? json : text)
  if (typeof options.out === 'string') writePrinted(options.out, found, chosen, context)
  const shownForm = typeof options.out !== 'string' ? chosen : context.json ? json : text
  context.stdout(printed(found, shownForm, context))
  return statusOf(found.findings)
}

/** What is written is told on standard error: the findings that are left are the answer, in whatever form. */
async function fixed(context: Context, isChosen: Selection): Promise<LoadedRepository> {
  const { mendRepository } = await import('../workspace/mend.ts')
  const { applied, repository } = mendRepository(context, isChosen)
  const { language, stderr } = context
  for (const { file, range, code, message, fix } of applied) {
    const at = `${printable(file)}:${range.start.line}:${range.start.column}`
    stderr(`${at}: ${code}: ${message[language]} → ${fix.message[language]}\n`)
  }
  if (applied.length === 0) return repository
  const files = new Set(applied.map(({ file }) => file)).size
  stderr(
    {
      zh: `已改正 ${applied.length} 处，涉及 ${files} 个文件。\n`,
      en: `${applied.length} fixed in ${files} files.\n`,
    }[language],
  )
  return repository
}

/** The findings of the repository, and with `--base` those of the change from there. */
async function withChange(context: Context, repository: LoadedRepository, base: unknown): Promise<Found> {
  const { findings, files } = repository
  if (typeof base !== 'string') return { findings: [...notCompared(context, repository), ...findings], files }
  const { judgedChange } = await import('../workspace/judged-change.ts')
  const ofChange = judgedChange(context, base, repository)
  return { findings: sortFindings([...findings, ...ofChange]), files }
}

/** Said where there is something to compare: a system, and a history that may have had it otherwise. */
function notCompared({ root }: Context, { model }: LoadedRepository): readonly Finding[] {
  const isHeld = model !== undefined && model.systems.length > 0 && gitRootOf(root) !== undefined
  if (!isHeld) return []
  const message = {
    zh: '没有 --base：改动和沿用的访问规则有无放宽未经核验',
    en: 'no --base: neither the change nor whether inherited openings became wider was judged',
  }
  return [finding(baseCodes.notCompared, { file: '.', range: fileStart, path: [] }, { message })]
}

function narrowed({ findings, files }: Found, isShown: Selection): Found {
  return { findings: findings.filter(({ file }) => isShown(file)), files: files.filter(isShown) }
}

/** Unchanged files come from the cache, so that only what changed is read again. */
async function watched(context: Context, invocation: Invocation): Promise<ExitStatus> {
  const [{ editBursts }, { reportFailure }] = await Promise.all([
    import('../workspace/watch.ts'),
    import('../terminal/failure.ts'),
  ])
  let status: ExitStatus | undefined
  for await (const _ of editBursts(context.root, ['catalogue', 'tenants'], context.signal())) {
    if (context.interactive) context.stdout(`\u001b[2J\u001b[H`)
    try {
      status = await validated(context, invocation)
    } catch (error) {
      // What was sound at first, and is gone while git switches branches, is soon there again.
      if (status === undefined) throw error
      status = reportFailure(error, { ...context, debug: false })
    }
  }
  return status ?? exitStatus.clean
}
