import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { json } from '../../lib/finding/printers/json.ts'
import { text } from '../../lib/finding/printers/text.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import { readRepository } from '../../lib/read/index.ts'
import { checkCommitted, composeSchemas, schemaFolder, schemaTexts } from '../../lib/validate/index.ts'
import { type Command, type Context, type ExitStatus, exitStatus } from '../terminal/command.ts'
import { printed } from '../terminal/report.ts'
import { committedSchemas } from '../workspace/committed-schemas.ts'
import { requireRepository, walkOptions } from '../workspace/repository.ts'
import { writeWhole } from '../workspace/write-file.ts'

export const schema: Command = {
  name: 'schema',
  summary: {
    zh: '由目录生成供编辑器补全和提示的校验文件（catalogue/schema/）',
    en: 'write the schemas that editors complete from, composed from the catalogue (catalogue/schema/)',
  },
  arguments: [],
  options: [
    {
      flags: '--answers <folder>',
      summary: {
        zh: '改为写出各命令 --json 输出的校验文件',
        en: 'instead write the schemas of what commands answer with --json',
      },
      complete: 'directory',
    },
    {
      flags: '--check',
      summary: { zh: '只核对是否过期，不写文件', en: 'only say whether they are stale; write nothing' },
    },
  ],
  examples: [
    { line: 'tenantry schema', summary: { zh: '目录变动后重新生成', en: 'after the catalogue has changed' } },
    {
      line: 'tenantry schema --answers answers',
      summary: { zh: '供读取 --json 输出的程序使用', en: 'for programs that read what --json gives' },
    },
    { line: 'tenantry schema --check', summary: { zh: '在流水线中核对', en: 'in CI' } },
  ],
  run: async (context, { options }) => {
    if (typeof options.answers === 'string') return await writeAnswers(context, options.answers)
    requireRepository(context)
    const read = readRepository(context.root, walkOptions(context))
    // What cannot be read offers nothing, and editors would be told so until somebody notices.
    const broken = read.findings.filter(
      ({ file, severity }) => severity === 'error' && file.startsWith('catalogue/'),
    )
    if (broken.length > 0) return checked(context, broken)
    const schemas = composeSchemas(read.documents)
    const committed = committedSchemas(context.root)
    const findings = checkCommitted(schemas, committed)
    if (options.check === true) return checked(context, findings)
    const wanted = schemaTexts(schemas)
    const folder = join(context.root, schemaFolder)
    const changed = [...wanted].filter(([file, content]) => committed.get(file) !== content)
    const left = [...committed.keys()].filter(file => !wanted.has(file))
    for (const [file, content] of changed) writeWhole(join(folder, file), content)
    for (const file of left) rmSync(join(folder, file))
    context.stdout(
      summary(
        context,
        schemaFolder,
        changed.map(([file]) => file),
        left,
      ),
    )
    return exitStatus.clean
  },
}

/** They rest on the tool alone, and need no repository. */
async function writeAnswers(context: Context, folder: string): Promise<ExitStatus> {
  const { outputSchemas } = await import('../../lib/output/schemas.ts')
  const files = [...outputSchemas].map(([name, content]) => {
    const file = `${name}.schema.json`
    writeWhole(join(resolve(context.cwd, folder), file), `${JSON.stringify(content, null, 2)}\n`)
    return file
  })
  context.stdout(summary(context, printable(folder), files, []))
  return exitStatus.clean
}

function checked(context: Context, findings: readonly Finding[]): ExitStatus {
  const printer = context.json ? json : text
  const upToDate = findings.length === 0 && !context.json
  context.stdout(
    upToDate ? summary(context, schemaFolder, [], []) : printed({ findings, files: [] }, printer, context),
  )
  return findings.length === 0 ? exitStatus.clean : exitStatus.findings
}

function summary(
  { json, language }: Context,
  folder: string,
  written: readonly string[],
  removed: readonly string[],
): string {
  if (json) return jsonAnswer('files', { directory: folder, files: written, removed })
  const lines = [
    ...written.map(file => `${{ zh: '写入', en: 'wrote' }[language]} ${folder}/${file}\n`),
    ...removed.map(file => `${{ zh: '删除', en: 'removed' }[language]} ${folder}/${file}\n`),
  ]
  const none = { zh: '校验文件已是最新\n', en: 'the schemas are up to date\n' }
  return lines.length === 0 ? none[language] : lines.join('')
}
