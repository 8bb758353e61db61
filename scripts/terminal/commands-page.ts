import type { Command, OptionSpec } from './command.ts'
import { globalOptions } from './global-options.ts'

/** The page of the documentation on every command, in Markdown. */
export function commandsPage(commands: readonly Command[]): string {
  return `${[head, ...commands.map(sectionOf), globals()].join('\n')}`
}

const head = `# 命令 Commands

由命令定义生成，请勿手改；更新：\`npm run docs\`。Made from the definitions; \`npm run docs\` renews it.

退出状态 Exit status：0 无问题 clean · 1 有问题 findings · 2 用法有误 usage · 3 环境缺项 environment · 70 工具缺陷 a defect of the tool
`

function sectionOf(command: Command): string {
  const { name, summary, options, examples } = command
  return [
    `## ${name}`,
    '',
    `${summary.zh}。  `,
    `${sentence(summary.en)}`,
    '',
    '```text',
    [
      'tenantry',
      name,
      ...command.arguments.map(argument => argument.name),
      ...(options.length === 0 ? [] : ['[options]']),
    ].join(' '),
    '```',
    '',
    ...table([
      ...command.arguments.map(argument => [argument.name, argument.summary.zh, argument.summary.en]),
      ...options.map(optionRow),
    ]),
    '```sh',
    ...examples.flatMap(example => [`# ${example.summary.zh} / ${example.summary.en}`, example.line]),
    '```',
    '',
  ].join('\n')
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
}

function globals(): string {
  return [
    '## 通用选项 Global options',
    '',
    '每个命令都接受，写在命令名之前或之后均可。Every command takes them, before or after its name.',
    '',
    ...table(globalOptions.map(optionRow)),
  ].join('\n')
}

function optionRow({ flags, summary, choices, default: standard }: OptionSpec): string[] {
  const remark = [
    ...(choices === undefined ? [] : [choices.join(', ')]),
    ...(typeof standard === 'string' ? [`= ${standard}`] : []),
  ]
  const suffix = remark.length === 0 ? '' : ` \`${remark.join(' ')}\``
  return [flags, `${summary.zh}${suffix}`, summary.en]
}

function table(rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return []
  const lines = rows.map(([name = '', zh = '', en = '']) => `| \`${name}\` | ${zh} | ${en} |`)
  return ['| | | |', '|---|---|---|', ...lines, '']
}
