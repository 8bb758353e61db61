import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import { codeDefinitions } from '../../lib/codes.ts'
import { codes } from '../../lib/command-line/codes.ts'
import {
  type ArticleKind,
  type CoveredArticle,
  coverageOf,
  isTestedProfile,
  type Standing,
} from '../../lib/coverage/index.ts'
import { closest } from '../../lib/finding/closest.ts'
import type { Language } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import type { Model } from '../../lib/model/model.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import { deciderOf } from '../../lib/profile/decisions.ts'
import { type Command, CommandError } from '../terminal/command.ts'
import { statusOfAnswer } from '../terminal/left-out.ts'
import { requireModel } from '../terminal/require-model.ts'

export const regulations: Command = {
  name: 'regulations',
  summary: {
    zh: '管理办法的条款与落实之处：每一条由什么执行，哪些有测试验证，哪些仅有引用，哪些尚待落实',
    en: 'the articles of the regulations: what enforces each, which are tested, only cited, or still pending',
  },
  arguments: [],
  options: [
    {
      flags: '--jurisdiction <id>',
      summary: { zh: '只列一个地区', en: 'only one jurisdiction' },
      complete: 'jurisdiction',
    },
    { flags: '--pending', summary: { zh: '只列尚待落实的', en: 'only what is still pending' } },
    {
      flags: '--cited',
      summary: { zh: '只列仅有引用、没有测试验证的', en: 'only what is cited, and shown by no test' },
    },
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
    const wanted = (['pending', 'cited'] as const).filter(standing => options[standing] === true)
    const rows = coverageOf(model, codeDefinitions)
      .filter(row => only === undefined || row.jurisdiction === only)
      .filter(({ standing }) => wanted.length === 0 || wanted.some(one => one === standing))
    const untested = [...model.catalogue.jurisdictions.values()].filter(
      profile => (only === undefined || profile.value.metadata.id === only) && !isTestedProfile(profile),
    )
    const names = untested.map(({ value }) => value.metadata.name[context.language])
    context.stdout(
      context.json
        ? jsonAnswer('regulations', { articles: rows.map(plain) })
        : [
            table(context.language, rows),
            decisions(context.language, profilesOf(model, only)),
            untestedLines(context.language, names),
          ].join(''),
    )
    return statusOfAnswer(model, undefined)
  },
}

function plain({ jurisdiction, article, standing, places, evidence, tests, pending }: CoveredArticle) {
  const { id, place, text, kinds } = article
  return {
    jurisdiction,
    article: id,
    place,
    text,
    kinds,
    standing,
    places: places.map(({ kinds, label, file }) => ({ kinds, label, file })),
    evidence,
    tests,
    pending,
  }
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
  const count = (standing: Standing) => rows.filter(row => row.standing === standing).length
  const sums = standings.map(standing => `${marks[standing]} ${words.standings[standing]} ${count(standing)}`)
  return `${blocks.join('\n')}\n\n${sums.join(words.between)}\n`
}

/** A profile of one's own, or one that was altered, has been seen by no test. */
function untestedLines(language: Language, names: readonly string[]): string {
  return names.map(name => `${labels[language].untested(name)}\n`).join('')
}

function profilesOf(model: Model, only: string | undefined): readonly JurisdictionProfile[] {
  const profiles = [...model.catalogue.jurisdictions.values()].map(({ value }) => value)
  return profiles.filter(({ metadata }) => only === undefined || metadata.id === only)
}

/** What the texts leave open: never among the articles, and in force only where somebody has decided it. */
function decisions(language: Language, profiles: readonly JurisdictionProfile[]): string {
  const words = labels[language]
  const lines = profiles.flatMap(profile =>
    (profile.decisions ?? []).map(decision => {
      const by = deciderOf(profile, decision)
      const mark = by === undefined ? '○' : '●'
      const state = by === undefined ? words.undecided : words.decided(by, decision.decided?.on ?? '')
      return `${mark} ${profile.metadata.id}  ${decision.name}  [${state}]\n    ${decision.leftOpen}\n`
    }),
  )
  return lines.length === 0 ? '' : `\n${words.decisions}\n${lines.join('')}`
}

const standings: readonly Standing[] = ['tested', 'cited', 'pending', 'organisational']

const marks: Readonly<Record<Standing, string>> = {
  tested: '✓',
  cited: '○',
  pending: '…',
  organisational: '·',
}

function heading(language: Language, { article, standing }: CoveredArticle): string {
  const kinds = article.kinds.map(kind => kindNames[language][kind]).join(labels[language].and)
  return `${marks[standing]} ${article.id}  ${article.place}  ${article.text}  [${kinds}]`
}

function details(
  language: Language,
  { evidence, places, tests, pending }: CoveredArticle,
): readonly string[] {
  const words = labels[language]
  const by = [...new Set(places.map(place => place.label))]
  const seen = [...new Set(Object.values(evidence).flat())]
  const files = [...new Set(tests.map(test => test.file))]
  return [
    ...(by.length === 0 ? [] : [`    ${words.by}${shortened(by)}`]),
    ...(seen.length === 0 ? [] : [`    ${words.seen}${shortened(seen)}`]),
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
    seen: '验证：去掉所要求的之后，测试看到 ',
    tests: '提及：',
    decisions: '条款留待决定之处（不引条款）：',
    undecided: '未决定，不生效',
    decided: (by: string, on: string) => `${by}，${on}`,
    pending: '待落实：',
    and: '、',
    between: '，',
    standings: { tested: '已测试验证', cited: '仅有引用', pending: '待落实', organisational: '组织性条款' },
    untested: (name: string) => `${name}的配置与随工具测试的不同，其条款最多算仅有引用`,
  },
  en: {
    by: 'by: ',
    seen: 'without it, tests saw: ',
    tests: 'named in: ',
    decisions: 'what the texts leave open (citing no article):',
    undecided: 'not decided, not in force',
    decided: (by: string, on: string) => `decided: ${by}, ${on}`,
    pending: 'pending: ',
    and: ', ',
    between: ', ',
    standings: {
      tested: 'tested',
      cited: 'only cited',
      pending: 'pending',
      organisational: 'organisational',
    },
    untested: (name: string) =>
      `the profile of ${name} is not the one that the tool’s tests ran on: its articles count as cited at most`,
  },
} as const

const kindNames: Readonly<Record<Language, Readonly<Record<ArticleKind, string>>>> = {
  zh: {
    profile: '配置',
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
