import { codeDefinitions, definitionByCode } from '../../lib/codes.ts'
import { codes } from '../../lib/command-line/codes.ts'
import { closest } from '../../lib/finding/closest.ts'
import type { CodeDefinition, Language } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { severityNames } from '../../lib/finding/printers/printer.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import { type Command, CommandError, type Context, exitStatus } from '../terminal/command.ts'

export const explain: Command = {
  name: 'explain',
  summary: {
    zh: '解释一个代码：含义、理由、依据和处理办法',
    en: 'explain a code: what it means, why, by which article, what to do',
  },
  arguments: [
    {
      name: '[code]',
      summary: {
        zh: '代码，例如 TY1003；不写则列出全部',
        en: 'the code, such as TY1003; without it, all are listed',
      },
      complete: 'code',
    },
  ],
  options: [],
  examples: [
    { line: 'tenantry explain TY1003', summary: { zh: '解释一个代码', en: 'explain one code' } },
    { line: 'tenantry explain', summary: { zh: '列出全部代码', en: 'list all codes' } },
    {
      line: 'tenantry explain --json',
      summary: { zh: '全部代码，供程序读取', en: 'all codes, for programs' },
    },
  ],
  run: async (context, { arguments: [code] }) => {
    context.stdout(code === undefined ? listOf(context) : explanationOf(definitionOf(code), context))
    return exitStatus.clean
  },
}

function definitionOf(code: string): CodeDefinition {
  const definition = definitionByCode.get(code.toUpperCase())
  if (definition !== undefined) return definition
  const meant = closest(code.toUpperCase(), definitionByCode.keys())
  const shown = printable(code)
  throw new CommandError(codes.unknownCode.code, {
    zh: `没有代码 ${shown}；${meant === undefined ? '全部代码见 tenantry explain' : `是否为 ${meant}？`}`,
    en: `there is no code ${shown}; ${meant === undefined ? 'see `tenantry explain`' : `did you mean ${meant}?`}`,
  })
}

function listOf({ json, language }: Context): string {
  if (json) return jsonAnswer('codes', { codes: codeDefinitions.map(plain) })
  const lines = codeDefinitions.map(
    definition =>
      `${definition.code}  ${severityNames[definition.severity][language]}  ${definition.title[language]}\n`,
  )
  return lines.join('')
}

function explanationOf(definition: CodeDefinition, { json, language }: Context): string {
  if (json) return jsonAnswer('codes', { codes: [plain(definition)] })
  const { code, severity, title, why, articles = [] } = definition
  const lines = [`${code}  ${severityNames[severity][language]}  ${title[language]}`, '', why[language]]
  if (articles.length > 0) lines.push('', `${articlesLabel[language]}${articles.join(', ')}`)
  return `${lines.join('\n')}\n`
}

const articlesLabel: Readonly<Record<Language, string>> = { zh: '依据：', en: 'Articles: ' }

/** A rule is a definition that can also check; programs are told only the definition. */
function plain({ code, severity, title, why, articles = [] }: CodeDefinition) {
  return { code, severity, title, why, articles }
}
