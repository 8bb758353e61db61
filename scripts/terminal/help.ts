import type { Command as Commander, Help } from 'commander'
import type { Language, Text } from '../../lib/finding/finding.ts'
import { displayWidth } from '../../lib/finding/printable.ts'
import type { Command } from './command.ts'
import { bare, commanderOf, optionOf } from './command-line.ts'
import { globalOptions } from './global-options.ts'

/** Commander's headings and remarks; it has no languages of its own. */
const words: Readonly<Record<string, Text>> = {
  'Usage:': { zh: '用法：', en: 'Usage:' },
  'Arguments:': { zh: '参数：', en: 'Arguments:' },
  'Options:': { zh: '选项：', en: 'Options:' },
  'Global Options:': { zh: '通用选项:', en: 'Global options:' },
  'Commands:': { zh: '命令：', en: 'Commands:' },
  'Examples:': { zh: '示例：', en: 'Examples:' },
}

/** The help of the tool: every command in a line. */
export function programHelp(commands: readonly Command[], language: Language, columns: number): string {
  const program = programOf(language)
  for (const command of commands) program.addCommand(commanderOf(command, language))
  program.usage(language === 'zh' ? '<命令> [选项]' : '<command> [options]')
  program.description(
    language === 'zh'
      ? '把政务云管理办法变成 OpenStack 上的 GitOps。'
      : 'Government-cloud regulations as GitOps on OpenStack.',
  )
  const more = {
    zh: '每个命令的用法和示例：tenantry <命令> --help',
    en: 'Usage and examples of a command: tenantry <command> --help',
  }
  return `${format(program, language, columns)}\n${more[language]}\n`
}

/** The help of one command, with its examples. */
export function commandHelp(command: Command, language: Language, columns: number): string {
  const commander = commanderOf(command, language)
  programOf(language).addCommand(commander)
  return `${format(commander, language, columns)}${examplesOf(command, language)}`
}

function programOf(language: Language): Commander {
  const program = bare('tenantry')
  for (const option of globalOptions) program.addOption(optionOf(option, language))
  return program
}

function format(commander: Commander, language: Language, columns: number): string {
  const help = commander.createHelp()
  help.helpWidth = Math.min(columns, 110)
  help.showGlobalOptions = true
  help.displayWidth = displayWidth
  help.styleTitle = title => words[title]?.[language] ?? title
  help.boxWrap = (text, width) => wrapped(text, width)
  help.optionDescription = option => optionDescription(option, language)
  return help.formatHelp(commander, help)
}

function optionDescription(option: Parameters<Help['optionDescription']>[0], language: Language): string {
  const choices =
    option.argChoices === undefined
      ? []
      : [`${{ zh: '可选：', en: 'one of ' }[language]}${option.argChoices.join(', ')}`]
  const standard =
    typeof option.defaultValue === 'string'
      ? [`${{ zh: '默认：', en: 'default: ' }[language]}${option.defaultValue}`]
      : []
  const remarks = [...choices, ...standard].join(language === 'zh' ? '；' : '; ')
  if (remarks === '') return option.description
  return language === 'zh' ? `${option.description}（${remarks}）` : `${option.description} (${remarks})`
}

/** Chinese text has no spaces to break lines at: any of its characters may end a line. */
function wrapped(text: string, width: number): string {
  return text
    .split('\n')
    .map(line => wrappedLine(line, width))
    .join('\n')
}

function wrappedLine(text: string, width: number): string {
  const lines = ['']
  for (const piece of text.match(/[\p{Script=Han}][\p{Po}\p{Pe}\p{Pf}]*|[^\s\p{Script=Han}]+|\s+/gu) ?? []) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && displayWidth(line) + displayWidth(piece.trimEnd()) > width)
      lines.push(piece.trimStart())
    else lines[lines.length - 1] = line + piece
  }
  return lines.map(line => line.trimEnd()).join('\n')
}

function examplesOf(command: Command, language: Language): string {
  if (command.examples.length === 0) return ''
  const lines = command.examples.flatMap(example => [`  # ${example.summary[language]}`, `  ${example.line}`])
  return `\n${words['Examples:']?.[language]}\n${lines.join('\n')}\n`
}
