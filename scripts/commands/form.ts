import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { codes } from '../../lib/command-line/codes.ts'
import { printable } from '../../lib/finding/printable.ts'
import { severityNames } from '../../lib/finding/printers/printer.ts'
import { remarksOf, type Subject, subjectOf } from '../../lib/form/index.ts'
import type { Model } from '../../lib/model/model.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import { type Command, CommandError, type Context, exitStatus, type Invocation } from '../terminal/command.ts'
import {
  formAt,
  periodOf,
  requireCase,
  requireGrant,
  requireSubject,
  targetAt,
} from '../terminal/form-target.ts'
import { tellLeftOut } from '../terminal/left-out.ts'
import { modelOf } from '../terminal/require-model.ts'
import { type EarlierManifests, earlierManifests } from '../workspace/earlier-manifests.ts'
import { type LoadedRepository, loadRepository } from '../workspace/repository.ts'
import { writeNamed } from '../workspace/write-file.ts'
import { listFields, listForms } from './form/list.ts'
import { type MadeForm, madeOf } from './form/made.ts'

export const form: Command = {
  name: 'form',
  summary: {
    zh: '由清单生成管理办法所列的表单（docx），并列出待填和待签章之处',
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
        zh: '信息系统，如 ningwu/jiaoyuju/xueji-guanli；有的表单针对单位或地区；list 后为地区',
        en: 'the system, such as ningwu/jiaoyuju/xueji-guanli; some forms are about a unit or a jurisdiction; after `list`: a jurisdiction',
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
      flags: '--fields',
      summary: {
        zh: 'list 列出自备 Word 模板可用的占位符',
        en: 'with `list`: the placeholders that an own Word template may have',
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
      line: 'tenantry form list --fields',
      summary: {
        zh: '自备模板 catalogue/forms/templates/<地区>/<表单>.docx 可用的占位符',
        en: 'what catalogue/forms/templates/<jurisdiction>/<form>.docx may be filled with',
      },
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
    if (type === 'list')
      return invocation.options.fields === true
        ? await listFields(context)
        : listForms(context, model, invocation)
    return await make(context, { ...repository, model }, type, invocation)
  },
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
  const made = await madeOf(context.root, subject)
  writeNamed(path, made.docx)
  tellRemarks(context, made)
  const answer = { form: found.id, name: found.name, address, file, ...filling(made) }
  context.stdout(context.json ? jsonAnswer('form', answer) : told(context, file, made))
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

function tellRemarks({ language, stderr }: Context, { remarks }: MadeForm): void {
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

function filling({ blanks, signatures, remarks, template }: MadeForm) {
  return {
    ...(template === undefined ? {} : { template }),
    blanks,
    signatures,
    remarks: remarks.map(({ kind }) => kind),
  }
}

function told({ language }: Context, file: string, { blanks, signatures }: MadeForm): string {
  const words = labels[language]
  return [
    `${words.wrote(file)}\n`,
    blanks.length === 0 ? `  ${words.complete}\n` : `  ${words.blanks}${blanks.join('；')}\n`,
    signatures.length === 0 ? '' : `  ${words.signatures}${signatures.join('；')}\n`,
  ].join('')
}

const labels = {
  zh: {
    wrote: (file: string) => `已写入 ${file}`,
    complete: '没有待填项',
    blanks: '待填：',
    signatures: '待签章：',
    partial: '本克隆的历史不完整；git fetch --unshallow 之后可取得当时的清单',
  },
  en: {
    wrote: (file: string) => `wrote ${file}`,
    complete: 'nothing is left to fill in',
    blanks: 'to fill in: ',
    signatures: 'to sign or seal: ',
    partial:
      'this clone lacks part of the history; after `git fetch --unshallow` the manifest of the time may be found',
  },
} as const
