import type { JsonSchema } from '../../lib/validate/json-schema.ts'

/** The page of the documentation on what commands answer programs with, in Markdown. */
export function answersPage(schemas: ReadonlyMap<string, JsonSchema>): string {
  const rows = [...schemas].flatMap(([name, schema]) => {
    const { description } = schema
    if (typeof description !== 'string') return []
    const commands = description.replace(/^What --json answers with: /, '').replace(/\.$/, '')
    return [`| [\`${name}\`](../lib/output/${name}.schema.json) | ${commands} |`]
  })
  return `${head}\n${rows.join('\n')}\n`
}

const head = `# 供程序读取的输出 Answers for programs

由校验文件生成，请勿手改；更新：\`npm run docs\`。Made from the schemas; \`npm run docs\` renews it.

加 \`--json\` 时，每个命令输出一个 JSON 对象，其 \`schema\` 写明所依的校验文件和版本，如 \`tenantry/status/v1\`。
\`tenantry schema --answers DIR\` 写出全部校验文件。凡有标识又有名称的，写作 \`{ id, name: { zh, en } }\`；\`system\`
是系统的地址，\`name\` 是其名称；日期写作 \`YYYY-MM-DD\`；有关栈的输出中，分区只写标识。

With \`--json\` every command answers with one JSON object, whose \`schema\` names the schema and its version, such as
\`tenantry/status/v1\`. \`tenantry schema --answers DIR\` writes all schemas. What has an id and a name is
\`{ id, name: { zh, en } }\`; \`system\` is a system's address and \`name\` its name; days are \`YYYY-MM-DD\`; answers about
stacks name zones by their ids. A change that a reader could trip over comes under another version. What ends a command
otherwise is a \`failure\` or \`findings\`.

| 输出 answer | 命令 commands |
|---|---|`
