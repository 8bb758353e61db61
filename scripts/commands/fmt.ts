import { noDecisions } from '../../lib/evidence/index.ts'
import { type Finding, fileStart, finding, sortFindings } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { text } from '../../lib/finding/printers/text.ts'
import { formatted } from '../../lib/format/index.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import { codes, type SourceFile } from '../../lib/read/index.ts'
import { type Command, type Context, statusOf } from '../terminal/command.ts'
import { printed } from '../terminal/report.ts'
import { selectionOf } from '../terminal/selection.ts'
import { loadRepository } from '../workspace/repository.ts'
import { type Rewritten, rewrite } from '../workspace/rewrite.ts'

export const fmt: Command = {
  name: 'fmt',
  summary: {
    zh: '统一写法：缩进、空格、引号、空行、换行符；内容和注释不变',
    en: 'lay out manifests in one way: indentation, blanks, quotes, line ends; content and comments stay',
  },
  arguments: [
    {
      name: '[path...]',
      summary: { zh: '只处理这些文件或文件夹', en: 'only these files or folders' },
      complete: 'file',
    },
  ],
  options: [
    {
      flags: '--check',
      summary: {
        zh: '只列出写法不一的文件，不写入；有则退出状态为 1',
        en: 'list files that are laid out otherwise and write none; status 1 where there are any',
      },
    },
  ],
  examples: [
    { line: 'tenantry fmt', summary: { zh: '全部文件', en: 'all files' } },
    { line: 'tenantry fmt tenants/ningwu', summary: { zh: '一个地区', en: 'those of one jurisdiction' } },
    { line: 'tenantry fmt --check', summary: { zh: '用于流水线和提交前检查', en: 'for CI and hooks' } },
  ],
  run: async (context, { arguments: paths, options }) => {
    const isChosen = selectionOf(paths, context)
    const { sources } = loadRepository(context, { check: false, decisions: noDecisions })
    const looked = sources.filter(({ file }) => isChosen(file)).map(look)
    const changed = looked.flatMap(({ changed }) => changed ?? [])
    const inTheWay = looked.flatMap(({ findings }) => findings)
    const isCheck = options.check === true
    if (!isCheck) rewrite(context.root, changed)
    const found = sortFindings([...inTheWay, ...(isCheck ? changed.map(otherwise) : [])])
    const files = changed.map(({ source }) => source.file)
    context.stdout(
      context.json ? json(files, !isCheck, found) : told(context, files, { isCheck, all: looked.length }),
    )
    if (found.length > 0 && !context.json)
      context.stderr(printed({ findings: found, files: sources.map(({ file }) => file) }, text, context))
    return statusOf(found)
  },
}

interface Looked {
  readonly changed?: Rewritten
  readonly findings: readonly Finding[]
}

function look(source: SourceFile): Looked {
  const result = formatted(source.file, source.kind, source.bytes)
  if (result === 'unproven') return { findings: [unproven(source.file)] }
  if ('findings' in result) return result
  const isSame = Buffer.from(source.bytes).toString('utf8') === result.text
  return { findings: [], ...(isSame ? {} : { changed: { source, text: result.text } }) }
}

function at(file: string) {
  return { file, range: fileStart, path: [] }
}

function unproven(file: string): Finding {
  const message = {
    zh: '换一种写法后内容或注释会有出入，未改动',
    en: 'laid out anew, its content or comments would differ; left alone',
  }
  return finding(codes.notEdited, at(file), { message })
}

function otherwise({ source: { file } }: Rewritten): Finding {
  const message = { zh: '写法未统一', en: 'the file is laid out otherwise' }
  const command = `tenantry fmt ${printable(file)}`
  return finding(codes.layout, at(file), {
    message,
    fix: { message: { zh: `运行 ${command}`, en: `run \`${command}\`` } },
  })
}

function json(files: readonly string[], written: boolean, findings: readonly Finding[]): string {
  return jsonAnswer('files', { written: written && files.length > 0, files, findings })
}

function told(
  { language }: Context,
  files: readonly string[],
  { isCheck, all }: { readonly isCheck: boolean; readonly all: number },
): string {
  const names = isCheck ? '' : files.map(file => `${printable(file)}\n`).join('')
  const count = files.length
  const ends = {
    zh: isCheck ? `共 ${all} 个文件，${count} 个写法未统一。\n` : `共 ${all} 个文件，改写 ${count} 个。\n`,
    en: isCheck
      ? `${all} files looked at, ${count} laid out otherwise.\n`
      : `${all} files looked at, ${count} written.\n`,
  }
  return names + ends[language]
}
