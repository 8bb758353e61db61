import { globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { codes } from '../../lib/command-line/codes.ts'
import { closest } from '../../lib/finding/closest.ts'
import { type Finding, fileStart, finding } from '../../lib/finding/finding.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { templateLimits } from '../../lib/form/own/package.ts'
import type { Model } from '../../lib/model/model.ts'
import { readRegularFile } from '../../lib/read/file.ts'
import { codes as readCodes } from '../../lib/read/index.ts'

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

/** Templates that no form is made on, at their place by name: the built-in form would be made, and nobody told. */
export function templateFindings(root: string, { catalogue }: Pick<Model, 'catalogue'>): readonly Finding[] {
  return globSync(templatePath('*', '*'), { cwd: root })
    .sort()
    .flatMap(file => {
      const jurisdiction = basename(dirname(file))
      const forms = catalogue.forms.get(jurisdiction)?.value.forms ?? []
      const id = basename(file, '.docx')
      return forms.some(form => form.id === id) ? [] : [strayTemplate(file, jurisdiction, forms)]
    })
}

function strayTemplate(
  file: string,
  jurisdiction: string,
  forms: readonly { readonly id: string }[],
): Finding {
  const message = {
    zh: `${jurisdiction} 没有标识为 ${basename(file, '.docx')} 的表单，该模板不会被使用`,
    en: `${jurisdiction} has no form ${basename(file, '.docx')}, so that nothing is made on this template`,
  }
  const meant = closest(
    basename(file, '.docx'),
    forms.map(({ id }) => id),
  )
  const fix = {
    zh: meant === undefined ? '按 tenantry form list 所列的标识改名，或者移走' : `改名为 ${meant}.docx`,
    en:
      meant === undefined
        ? 'rename it after a form that `tenantry form list` shows, or take it away'
        : `rename it to ${meant}.docx`,
  }
  const at = { file, range: fileStart, path: [] }
  return finding(readCodes.unexpectedFile, at, { message, fix: { message: fix } })
}
