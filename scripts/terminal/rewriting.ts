// Commands that write files of the repository anew, or with --check only tell of them.
import { noDecisions } from '../../lib/evidence/index.ts'
import {
  type CodeDefinition,
  type Finding,
  fileStart,
  finding,
  sortFindings,
  type Text,
} from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { text } from '../../lib/finding/printers/text.ts'
import type { Formatted, NotFormatted } from '../../lib/format/index.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import { codes, type SourceFile } from '../../lib/read/index.ts'
import { loadRepository } from '../workspace/repository.ts'
import { type Rewritten, rewrite } from '../workspace/rewrite.ts'
import { type Command, type Context, statusOf } from './command.ts'
import { printed } from './report.ts'
import { selectionOf } from './selection.ts'

export interface Rewriting {
  /** What a file is to say; the same text where it stays. */
  readonly newText: (source: SourceFile) => Formatted | NotFormatted
  /** Of a file whose new text could not be shown to say the same. */
  readonly unproven: Text
  /** What `--check` finds in a file that is to be written, and the command that writes it. */
  readonly due: { readonly code: CodeDefinition; readonly message: Text; readonly command: string }
  /** The last line: of so many files so many were written, or with `--check` would be. */
  readonly counted: (count: {
    readonly all: number
    readonly changed: number
    readonly isCheck: boolean
  }) => Text
}

/** Which files such a command is to write. */
export const rewrittenPaths: NonNullable<Command['arguments']>[number] = {
  name: '[path...]',
  summary: { zh: '只处理这些文件或文件夹', en: 'only these files or folders' },
  complete: 'file',
}

export function rewriting(made: Rewriting): Command['run'] {
  return async (context, { arguments: paths, options }) => {
    const isChosen = selectionOf(paths, context)
    const { sources } = loadRepository(context, { check: false, decisions: noDecisions })
    const looked = sources.filter(({ file }) => isChosen(file)).map(source => look(source, made))
    const changed = looked.flatMap(({ changed }) => changed ?? [])
    const inTheWay = looked.flatMap(({ findings }) => findings)
    const isCheck = options.check === true
    if (!isCheck) rewrite(context.root, changed)
    const found = sortFindings([...inTheWay, ...(isCheck ? changed.map(one => due(one, made)) : [])])
    const files = changed.map(({ source }) => source.file)
    const count = made.counted({ all: looked.length, changed: files.length, isCheck })
    context.stdout(context.json ? json(files, !isCheck, found) : told(context, isCheck ? [] : files, count))
    if (found.length > 0 && !context.json)
      context.stderr(printed({ findings: found, files: sources.map(({ file }) => file) }, text, context))
    return statusOf(found)
  }
}

interface Looked {
  readonly changed?: Rewritten
  readonly findings: readonly Finding[]
}

function look(source: SourceFile, { newText, unproven }: Rewriting): Looked {
  const result = newText(source)
  if (result === 'unproven')
    return { findings: [finding(codes.notEdited, at(source.file), { message: unproven })] }
  if ('findings' in result) return result
  const isSame = Buffer.from(source.bytes).toString('utf8') === result.text
  return { findings: [], ...(isSame ? {} : { changed: { source, text: result.text } }) }
}

function at(file: string) {
  return { file, range: fileStart, path: [] }
}

function due({ source: { file } }: Rewritten, { due: { code, message, command } }: Rewriting): Finding {
  const line = `${command} ${printable(file)}`
  const fix = { message: { zh: `运行 ${line}`, en: `run \`${line}\`` } }
  return finding(code, at(file), { message, fix })
}

function json(files: readonly string[], written: boolean, findings: readonly Finding[]): string {
  return jsonAnswer('files', { written: written && files.length > 0, files, findings })
}

function told({ language }: Context, written: readonly string[], count: Text): string {
  return `${written.map(file => `${printable(file)}\n`).join('')}${count[language]}\n`
}
