import { join } from 'node:path'
import { codes } from '../../lib/command-line/codes.ts'
import { finding } from '../../lib/finding/finding.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { templateLimits } from '../../lib/form/own/package.ts'
import { readRegularFile } from '../../lib/read/file.ts'

export interface FormTemplate {
  /** From the root. */
  readonly file: string
  readonly bytes: Uint8Array
}

/** Where an authority's own Word document for a form lies, from the root. */
export function templatePath(jurisdiction: string, form: string): string {
  return `catalogue/forms/templates/${jurisdiction}/${form}.docx`
}

/** Undefined where the authority has none. @throws Refusal where what lies there is no regular file. */
export function templateOf(root: string, jurisdiction: string, form: string): FormTemplate | undefined {
  const file = templatePath(jurisdiction, form)
  const read = readRegularFile(join(root, file), templateLimits.fileBytes)
  if ('bytes' in read) return { file, bytes: read.bytes }
  if (read.reason === 'ENOENT' || read.reason === 'ENOTDIR') return undefined
  const message = {
    zh: `${file} 不是可读的普通文件（${read.reason}）`,
    en: `${file} is no regular file that can be read (${read.reason})`,
  }
  throw new Refusal(finding(codes.templateRefused, { machine: file }, { message }), 'findings')
}
