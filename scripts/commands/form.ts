import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Form } from '../../generated/types/form.ts'
import { codes } from '../../lib/command-line/codes.ts'
import { displayWidth, printable } from '../../lib/finding/printable.ts'
import { severityNames } from '../../lib/finding/printers/printer.ts'
import { composeForm, type FormDocument, remarksOf, type Subject, subjectOf } from '../../lib/form/index.ts'
import type { Model } from '../../lib/model/model.ts'
import { type Command, CommandError, type Context, exitStatus, type Invocation } from '../terminal/command.ts'
import {
  formAt,
  periodOf,
  requireCase,
  requireGrant,
  requireSubject,
  targetAt,
} from '../terminal/form-target.ts'
import { statusOfAnswer, tellLeftOut } from '../terminal/left-out.ts'
import { modelOf } from '../terminal/require-model.ts'
import { type EarlierManifests, earlierManifests } from '../workspace/earlier-manifests.ts'
import { type LoadedRepository, loadRepository } from '../workspace/repository.ts'
import { writeWhole } from '../workspace/write-file.ts'

export const form: Command = {
  name: 'form',
  summary: {
    zh: '由清单生成法规所列的表单（docx），并列出待填和待签章之处',
    en: 'make the forms that a regulation names (docx) from the manifests, and list what is left to fill in',
  },
  arguments: [
    {
      name: '<type>',
      summary: {
        zh: '表单，如 application 或 政务云资源申请表；list 列出全部',
        en: 'the form, such as application; `list` shows all of them',
      },
      complete: 'form',
    },
    {
      name: '[address]',
      summary: {
        zh: '信息系统，如 ningwu/jiaoyuju/xueji-guanli；有的表单针对单位或地区',
        en: 'the system, such as ningwu/jiaoyuju/xueji-guanli; some forms are about a unit or a jurisdiction',
      },
      complete: 'system',
    },
  ],
  options: [
    {
      flags: '--out <file>',
      summary: {
        zh: '写到哪里；不写则为当前目录下的“<系统>-<表单>.docx”',
        en: 'where to write it; without it, <system>-<form>.docx in the current directory',
      },
    },
    { flags: '--force', summary: { zh: '覆盖已有的文件', en: 'overwrite a file that is there' } },
    {
      flags: '--period <period>',
      summary: {
        zh: '按期填报的表单的时期，如 2026-09、2026-Q3；不写则为最近一期',
        en: 'the period of a periodic form, such as 2026-09 or 2026-Q3; without it, the last one',
      },
    },
    {
      flags: '--jurisdiction <id>',
      summary: { zh: 'list 只列一个地区的表单', en: 'with `list`: the forms of one jurisdiction' },
      complete: 'jurisdiction',
    },
  ],
  examples: [
    { line: 'tenantry form list', summary: { zh: '全部表单', en: 'all forms' } },
    {
      line: 'tenantry form list --jurisdiction ningwu --json',
      summary: { zh: '一个地区的表单，供程序读取', en: 'the forms of a jurisdiction, for programs' },
    },
    {
      line: 'tenantry form application ningwu/jiaoyuju/xueji-guanli --out 申请表.docx',
      summary: { zh: '一个系统的申请表', en: 'the request form of a system' },
    },
    {
      line: 'tenantry form satisfaction ningwu/jiaoyuju --period 2024-Q4 --out 评价表.docx',
      summary: { zh: '一个单位某季度的评价表', en: 'the satisfaction sheet of a unit for a quarter' },
    },
  ],
  run: async (context, invocation) => {
    const repository = loadRepository(context, { check: false })
    const model = modelOf(repository)
    tellLeftOut(context, model)
    const [type = ''] = invocation.arguments
    if (type === 'list') return list(context, model, invocation)
    return await make(context, { ...repository, model }, type, invocation)
  },
}

function list(context: Context, model: Model, { options }: Invocation) {
  const only = typeof options.jurisdiction === 'string' ? options.jurisdiction : undefined
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
    })),
  )
  if (context.json) context.stdout(`${JSON.stringify(rows, null, 2)}\n`)
  else
    context.stdout(
      sets.map(({ jurisdiction, forms }) => listed(context, model, jurisdiction, forms)).join('\n'),
    )
  return statusOfAnswer(model, undefined)
}

function listed(context: Context, model: Model, jurisdiction: string, forms: readonly Form[]): string {
  const name = model.catalogue.jurisdictions.get(jurisdiction)?.value.metadata.name[context.language] ?? ''
  const padded = (text: string, texts: readonly string[]): string =>
    text + ' '.repeat(Math.max(...texts.map(displayWidth)) - displayWidth(text))
  const [ids, names] = [forms.map(({ id }) => id), forms.map(({ name }) => name)]
  const words = labels[context.language]
  const lines = forms.map(
    ({ id, name, subject, articles }) =>
      `  ${padded(id, ids)}  ${padded(name, names)}  ${words[subject]}  ${articles.join(' ')}\n`,
  )
  return `${jurisdiction}  ${name}\n${lines.join('')}`
}

type Loaded = LoadedRepository & { readonly model: Model }

async function make(
  context: Context,
  loaded: Loaded,
  type: string,
  { arguments: given, options }: Invocation,
) {
  const { model } = loaded
  const [, address] = given
  if (address === undefined) {
    throw new CommandError(codes.missingArgument.code, {
      zh: '缺少参数 address：为哪个信息系统（或单位、地区）填写',
      en: 'the argument address is missing: the system (or unit, or jurisdiction) that the form is about',
    })
  }
  const target = targetAt(model, address)
  const found = formAt(model, target, type)
  requireSubject(found, target)
  const period = periodOf(found, model.asOf, options.period)
  const subject = ofItsTime(context, loaded, subjectOf(model, found, target, period), earlier =>
    subjectOf(model, found, target, period, earlier),
  )
  requireCase(subject)
  requireGrant(subject)
  const last = address.split('/').at(-1)
  const file = typeof options.out === 'string' ? options.out : `${last}-${found.id}.docx`
  const path = resolve(context.cwd, file)
  if (options.force !== true) refuseExisting(path, file)
  const document = composeForm(subject)
  // The library that writes office documents is large, and nothing but this needs it.
  const { renderForm } = await import('../../lib/form/render/index.ts')
  writeWhole(path, await renderForm(document))
  const made = { form: found.id, name: found.name, address, file, ...filling(document) }
  tellRemarks(context, document)
  context.stdout(context.json ? `${JSON.stringify(made, null, 2)}\n` : told(context, file, document))
  return exitStatus.clean
}

/** Past commits are read only where the manifest does not tell all that the form needs of the past. */
function ofItsTime(
  context: Context,
  loaded: Loaded,
  subject: Subject,
  withEarlier: (manifests: EarlierManifests['manifests']) => Subject,
): Subject {
  const { system } = subject
  if (system === undefined || remarksOf(subject).length === 0) return subject
  const { manifests, isPartial } = earlierManifests(context, loaded, system.system)
  const then = withEarlier(manifests)
  if (isPartial && remarksOf(then).length > 0) context.stderr(`${labels[context.language].partial}\n`)
  return then
}

function tellRemarks({ language, stderr }: Context, { remarks }: FormDocument): void {
  const { code, severity } = codes.requestNotRecorded
  for (const { text } of remarks) stderr(`${severityNames[severity][language]} ${code}: ${text[language]}\n`)
}

function refuseExisting(path: string, file: string): void {
  if (!existsSync(path)) return
  throw new CommandError(codes.fileExists.code, {
    zh: `${printable(file)} 已存在；加 --force 覆盖，或另取文件名`,
    en: `${printable(file)} exists; overwrite it with --force, or name another file`,
  })
}

function filling({ blanks, signatures, remarks }: FormDocument) {
  return { blanks, signatures, remarks: remarks.map(({ kind }) => kind) }
}

function told({ language }: Context, file: string, document: FormDocument): string {
  const words = labels[language]
  const { blanks, signatures } = filling(document)
  return [
    `${words.wrote(file)}\n`,
    blanks.length === 0 ? `  ${words.complete}\n` : `  ${words.blanks}${blanks.join('；')}\n`,
    signatures.length === 0 ? '' : `  ${words.signatures}${signatures.join('；')}\n`,
  ].join('')
}

const labels = {
  zh: {
    system: '信息系统',
    unit: '使用单位',
    jurisdiction: '全地区',
    wrote: (file: string) => `已写入 ${file}`,
    complete: '没有待填项',
    blanks: '待填：',
    signatures: '待签章：',
    partial: '本克隆的历史不完整；git fetch --unshallow 之后可取得当时的清单',
  },
  en: {
    system: 'system',
    unit: 'unit',
    jurisdiction: 'jurisdiction',
    wrote: (file: string) => `wrote ${file}`,
    complete: 'nothing is left to fill in',
    blanks: 'to fill in: ',
    signatures: 'to sign or seal: ',
    partial:
      'this clone lacks part of the history; after `git fetch --unshallow` the manifest of the time may be found',
  },
} as const
