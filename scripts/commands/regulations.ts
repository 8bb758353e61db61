import { codeDefinitions } from '../../lib/codes.ts'
import { codes } from '../../lib/command-line/codes.ts'
import { type ArticleKind, type CoveredArticle, coverageOf } from '../../lib/coverage/index.ts'
import { closest } from '../../lib/finding/closest.ts'
import type { Language } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import type { Model } from '../../lib/model/model.ts'
import { type Command, CommandError } from '../terminal/command.ts'
import { statusOfAnswer } from '../terminal/left-out.ts'
import { requireModel } from '../terminal/require-model.ts'

export const regulations: Command = {
  name: 'regulations',
  summary: {
    zh: '法规条款与落实之处：每一条由什么执行、由哪些测试证明、哪些尚待落实',
    en: 'the articles of the regulations: what enforces each, which tests show it, what is still pending',
  },
  arguments: [],
  options: [
    {
      flags: '--jurisdiction <id>',
      summary: { zh: '只列一个地区', en: 'only one jurisdiction' },
      complete: 'jurisdiction',
    },
    { flags: '--pending', summary: { zh: '只列尚待落实的', en: 'only what is still pending' } },
  ],
  examples: [
    {
      line: 'tenantry regulations --jurisdiction ningwu',
      summary: { zh: '一部法规的条款', en: 'the articles of one regulation' },
    },
    {
      line: 'tenantry regulations --pending',
      summary: { zh: '尚待落实的条款', en: 'what nothing enforces yet' },
    },
    {
      line: 'tenantry regulations --json',
      summary: { zh: '全部条款，供程序读取', en: 'everything, for programs' },
    },
  ],
  run: async (context, { options }) => {
    const model = requireModel(context)
    const only =
      typeof options.jurisdiction === 'string' ? knownJurisdiction(model, options.jurisdiction) : undefined
    const rows = coverageOf(model, codeDefinitions)
      .filter(row => only === undefined || row.jurisdiction === only)
      .filter(row => options.pending !== true || row.pending.length > 0)
    context.stdout(context.json ? `${JSON.stringify(rows, null, 2)}\n` : `${table(context.language, rows)}`)
    return statusOfAnswer(model, undefined)
  },
}

function knownJurisdiction(model: Model, id: string): string {
  if (model.catalogue.jurisdictions.has(id)) return id
  const [shown, meant] = [printable(id), closest(id, model.catalogue.jurisdictions.keys())]
  throw new CommandError(codes.unknownAddress.code, {
    zh: `没有地区 ${shown}${meant === undefined ? '' : `；是否为 ${meant}？`}`,
    en: `there is no jurisdiction ${shown}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
  })
}

function table(language: Language, rows: readonly CoveredArticle[]): string {
  const words = labels[language]
  const blocks = rows.map(row => [heading(language, row), ...details(language, row)].join('\n'))
  const real = rows.filter(({ article }) => !article.kinds.every(kind => kind === 'org'))
  const covered = real.filter(row => row.pending.length === 0)
  return `${blocks.join('\n')}\n\n${words.total(covered.length, real.length)}\n`
}

function heading(language: Language, { article, pending }: CoveredArticle): string {
  const kinds = article.kinds.map(kind => kindNames[language][kind]).join('、')
  const mark = pending.length === 0 ? '✓' : '…'
  return `${mark} ${article.id}  ${article.place}  ${article.text}  [${kinds}]`
}

function details(language: Language, { places, tests, pending }: CoveredArticle): readonly string[] {
  const words = labels[language]
  const by = [...new Set(places.map(place => place.label))]
  const files = [...new Set(tests.map(test => test.file))]
  return [
    ...(by.length === 0 ? [] : [`    ${words.by}${shortened(by)}`]),
    ...(files.length === 0 ? [] : [`    ${words.tests}${shortened(files)}`]),
    ...(pending.length === 0
      ? []
      : [`    ${words.pending}${pending.map(kind => kindNames[language][kind]).join('、')}`]),
  ]
}

function shortened(names: readonly string[]): string {
  const most = 6
  return names.length <= most ? names.join('，') : `${names.slice(0, most).join('，')} … (${names.length})`
}

const labels = {
  zh: {
    by: '落实：',
    tests: '测试：',
    pending: '待落实：',
    total: (covered: number, all: number) => `已全部落实 ${covered} 条，共 ${all} 条（不含组织性条款）`,
  },
  en: {
    by: 'by: ',
    tests: 'tests: ',
    pending: 'pending: ',
    total: (covered: number, all: number) =>
      `${covered} of ${all} articles are covered whole (duties of organisation left out)`,
  },
} as const

const kindNames: Readonly<Record<Language, Readonly<Record<ArticleKind, string>>>> = {
  zh: {
    profile: '画像',
    validate: '校验',
    approval: '审批',
    clock: '期限',
    synth: '资源',
    guard: '防护',
    billing: '计费',
    report: '报告',
    form: '表单',
    org: '组织',
  },
  en: {
    profile: 'profile',
    validate: 'validate',
    approval: 'approval',
    clock: 'clock',
    synth: 'synth',
    guard: 'guard',
    billing: 'billing',
    report: 'report',
    form: 'form',
    org: 'organisation',
  },
}
