import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Form } from '../../../generated/types/form.ts'
import { displayWidth } from '../../../lib/finding/printable.ts'
import type { Model } from '../../../lib/model/model.ts'
import { jsonAnswer } from '../../../lib/output/index.ts'
import { articlePlace, inARow, regulationTerm } from '../../../lib/term/index.ts'
import { type Context, type ExitStatus, exitStatus, type Invocation } from '../../terminal/command.ts'
import { targetAt } from '../../terminal/form-target.ts'
import { statusOfAnswer } from '../../terminal/left-out.ts'
import { templatePath } from '../../workspace/form-template.ts'

/** Every form of a jurisdiction, or of all, and whose page it is made on. */
export function listForms(
  context: Context,
  model: Model,
  { arguments: given, options }: Invocation,
): ExitStatus {
  const only = typeof options.jurisdiction === 'string' ? options.jurisdiction : given[1]
  if (only !== undefined) targetAt(model, only)
  const sets = [...model.catalogue.forms.values()]
    .map(({ value }) => value)
    .filter(({ jurisdiction }) => only === undefined || jurisdiction === only)
  const rows = sets.flatMap(({ jurisdiction, forms }) =>
    forms.map(({ id, name, subject, period, articles }) => ({
      jurisdiction,
      id,
      name,
      subject,
      ...(period === undefined ? {} : { period }),
      articles,
      ...(hasTemplate(context, jurisdiction, id) ? { template: templatePath(jurisdiction, id) } : {}),
    })),
  )
  if (context.json) context.stdout(jsonAnswer('forms', { forms: rows }))
  else
    context.stdout(
      sets.map(({ jurisdiction, forms }) => listed(context, model, jurisdiction, forms)).join('\n'),
    )
  return statusOfAnswer(model, undefined)
}

function listed(context: Context, model: Model, jurisdiction: string, forms: readonly Form[]): string {
  const profile = model.catalogue.jurisdictions.get(jurisdiction)?.value
  const regulation = profile === undefined ? '' : regulationTerm(profile)[context.language]
  const padded = (text: string, texts: readonly string[]): string =>
    text + ' '.repeat(Math.max(...texts.map(displayWidth)) - displayWidth(text))
  const [ids, names] = [forms.map(({ id }) => id), forms.map(({ name }) => name)]
  const words = labels[context.language]
  const places = (articles: readonly string[]): string =>
    inARow(articles.map(article => articlePlace(profile ?? {}, article)))[context.language]
  const lines = forms.map(
    ({ id, name, subject, articles }) =>
      `  ${padded(id, ids)}  ${padded(name, names)}  ${words[subject]}  ${places(articles)}${hasTemplate(context, jurisdiction, id) ? `  ${words.own}` : ''}\n`,
  )
  return `${jurisdiction}  ${regulation}\n${lines.join('')}`
}

function hasTemplate({ root }: Context, jurisdiction: string, form: string): boolean {
  return existsSync(join(root, templatePath(jurisdiction, form)))
}

/** Every placeholder that an authority's own Word document may have. */
export async function listFields({ json, stdout }: Context): Promise<ExitStatus> {
  const { offeredFields } = await import('../../../lib/form/own/index.ts')
  const fields = offeredFields()
  const written = fields.map(({ name, members }) =>
    members === undefined
      ? `{${name}}\n`
      : `{#${name}} ${members.map(member => `{${member}}`).join(' ')} {/${name}}\n`,
  )
  stdout(json ? jsonAnswer('fields', { fields }) : written.join(''))
  return exitStatus.clean
}

const labels = {
  zh: { system: '信息系统', unit: '使用单位', jurisdiction: '全地区', own: '自备模板' },
  en: { system: 'system', unit: 'unit', jurisdiction: 'jurisdiction', own: 'own template' },
} as const
