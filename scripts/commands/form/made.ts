import { codes } from '../../../lib/command-line/codes.ts'
import { finding } from '../../../lib/finding/finding.ts'
import { printable } from '../../../lib/finding/printable.ts'
import { Refusal } from '../../../lib/finding/refusal.ts'
import { composeForm, type Remark, remarksOf, type Subject } from '../../../lib/form/index.ts'
import { type FormTemplate, templateOf } from '../../workspace/form-template.ts'

/** A form as it is written, and what is left to people. */
export interface MadeForm {
  readonly docx: Uint8Array
  readonly blanks: readonly string[]
  readonly signatures: readonly string[]
  readonly remarks: readonly Remark[]
  /** The authority's own document that it was made on. */
  readonly template?: string
}

/** On the authority's own page where it has one, else on the built-in page. @throws Refusal of a template */
export async function madeOf(root: string, subject: Subject): Promise<MadeForm> {
  const template = templateOf(root, subject.profile.metadata.id, subject.form.id)
  if (template !== undefined) return await onOwnPage(template, subject)
  const document = composeForm(subject)
  // The library that writes office documents is large, and nothing but this needs it.
  const { renderForm } = await import('../../../lib/form/render/index.ts')
  const { blanks, signatures, remarks } = document
  return { docx: await renderForm(document), blanks, signatures, remarks }
}

async function onOwnPage({ file, bytes }: FormTemplate, subject: Subject): Promise<MadeForm> {
  const { fillTemplate } = await import('../../../lib/form/own/index.ts')
  const made = fillTemplate(bytes, subject)
  const { id, name } = subject.form
  if ('problem' in made) {
    const { zh, en } = made.problem
    const message = {
      zh: `《${name}》的模板 ${file}：${zh}`,
      en: `${file}, the template of the form ${id}: ${en}`,
    }
    throw new Refusal(finding(codes.templateRefused, { machine: file }, { message }), 'findings')
  }
  if ('unknown' in made) {
    const named = made.unknown.map(tag => `{${printable(tag)}}`)
    const message = {
      zh: `《${name}》的模板 ${file} 中没有这样的占位符：${named.join('、')}；可用的见 tenantry form list --fields`,
      en: `${file}, the template of the form ${id}, names what nobody offers: ${named.join(', ')}; \`tenantry form list --fields\` lists what may be used`,
    }
    throw new Refusal(finding(codes.templateFieldUnknown, { machine: file }, { message }), 'findings')
  }
  return { ...made, signatures: [], remarks: remarksOf(subject), template: file }
}
