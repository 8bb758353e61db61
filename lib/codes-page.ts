import { codeGroups } from './codes.ts'
import type { CodeDefinition } from './finding/finding.ts'
import { severityNames } from './finding/printers/printer.ts'

/** The page of the documentation that explains every code, in Markdown. */
export function codesPage(definitions: readonly CodeDefinition[]): string {
  const sections = codeGroups.flatMap(group => {
    const members = definitions.filter(({ code }) => code.startsWith(group.prefix))
    return members.length === 0 ? [] : [sectionOf(`${group.name.zh} ${group.name.en}`, members)]
  })
  return `${[head, ...sections].join('\n')}`
}

const head = `# 代码表 Codes

由代码定义生成，请勿手改；更新：\`npm run docs\`。Made from the definitions; \`npm run docs\` renews it.
代码一经使用，含义不变。A code never gets another meaning. \`tenantry explain <code>\` 显示单条说明。
`

function sectionOf(heading: string, definitions: readonly CodeDefinition[]): string {
  return [
    `## ${heading}`,
    '',
    '| 代码 | 级别 | 说明 | Meaning | 条款 |',
    '|---|---|---|---|---|',
    ...definitions.map(row),
    '',
  ].join('\n')
}

function row({ code, severity, title, why, articles = [] }: CodeDefinition): string {
  const cells = [
    code,
    `${severityNames[severity].zh} ${severityNames[severity].en}`,
    `**${cell(title.zh)}**<br>${cell(why.zh)}`,
    `**${cell(title.en)}**<br>${cell(why.en)}`,
    articles.join(', '),
  ]
  return `| ${cells.join(' | ')} |`
}

/** Markdown takes a bar for the end of a cell, and `<…>` for HTML. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ')
}
