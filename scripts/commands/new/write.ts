import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { codes } from '../../../lib/command-line/codes.ts'
import { type Finding, sortFindings, type Text } from '../../../lib/finding/finding.ts'
import { printable } from '../../../lib/finding/printable.ts'
import { text as textPrinter } from '../../../lib/finding/printers/text.ts'
import { formatted } from '../../../lib/format/index.ts'
import { jsonAnswer } from '../../../lib/output/index.ts'
import { type DocumentKind, digestOf, openRepository, type SourceFile } from '../../../lib/read/index.ts'
import { type Understood, understand } from '../../../lib/repository/index.ts'
import { CommandError, type Context, type ExitStatus, statusOf } from '../../terminal/command.ts'
import { printed } from '../../terminal/report.ts'
import { walkOptions } from '../../workspace/repository.ts'
import { writeWhole } from '../../workspace/write-file.ts'

/** The repository as it would be with one more file. */
export function withDraft(context: Context, file: string, kind: DocumentKind, text: string): Understood {
  const bytes = Buffer.from(text)
  const draft: SourceFile = { file, kind, bytes, digest: digestOf(bytes) }
  const opened = openRepository(context.root, walkOptions(context))
  const files = [...opened.files, draft].sort((a, b) => (a.file < b.file ? -1 : 1))
  return understand({ ...opened, files }, { asOf: context.today, today: context.actualToday })
}

/** As `tenantry fmt` would write it. A draft with a fault stays as it is: its findings are told. */
export function laidOut(file: string, kind: DocumentKind, text: string): string {
  const result = formatted(file, kind, Buffer.from(text))
  return result !== 'unproven' && 'text' in result ? result.text : text
}

export function findingsIn({ findings }: Understood, file: string): readonly Finding[] {
  return sortFindings(findings.filter(found => found.file === file))
}

/** @throws CommandError where something stands there already. */
export function requireFree({ root }: Context, file: string): void {
  if (!existsSync(join(root, file))) return
  const shown = printable(file)
  throw new CommandError(codes.fileExists.code, {
    zh: `${shown} 已存在，未作改动`,
    en: `${shown} exists; nothing was changed`,
  })
}

export interface Draft {
  /** From the data's root. */
  readonly file: string
  readonly text: string
  readonly findings: readonly Finding[]
}

/** Writes a manifest, and tells of it: `told` for people, the findings and `more` for programs. */
export function writeDraft(
  context: Context,
  { file, text, findings }: Draft,
  told: Text,
  more: Readonly<Record<string, unknown>> = {},
): ExitStatus {
  writeWhole(join(context.root, file), text)
  if (context.json) {
    context.stdout(jsonAnswer('files', { files: [file], ...more, findings }))
    return statusOf(findings)
  }
  context.stdout(told[context.language])
  if (findings.length > 0) context.stderr(printed({ findings, files: [file] }, textPrinter, context))
  return statusOf(findings)
}
