import { join, resolve } from 'node:path'
import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import { printable } from '../../lib/finding/printable.ts'
import type { Model } from '../../lib/model/model.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import { type Forge, forges } from '../../lib/owners/forge.ts'
import {
  type Command,
  type Context,
  exitStatus,
  type Invocation,
  type OptionValues,
} from '../terminal/command.ts'
import { notAChoice } from '../terminal/command-line.ts'
import { refuseUnnameable, teamOption } from '../terminal/team-option.ts'
import { emptyTarget, writeTree } from '../workspace/write-tree.ts'

export const init: Command = {
  name: 'init',
  summary: {
    zh: '新建数据仓库：服务目录、一个样例系统、流水线和代码所有者',
    en: 'make a data repository: catalogue, an example system, CI workflows and code owners',
  },
  arguments: [
    {
      name: '<dir>',
      summary: { zh: '新目录，不存在或为空', en: 'the new directory: absent or empty' },
      complete: 'directory',
    },
  ],
  options: [
    {
      flags: '--jurisdiction <id>',
      summary: {
        zh: '采用的管理办法（默认：现行办法中最新印发的）',
        en: 'the regulation to keep (default: the one in force that was issued last)',
      },
      complete: 'regulation',
    },
    {
      flags: '--owner <name>',
      summary: {
        zh: '服务目录和流程文件的所有者，代码平台上的账号或团队',
        en: 'owner of the catalogue and workflows: an account or team of the forge',
      },
      default: '@authority',
    },
    {
      flags: '--forge <forge>',
      summary: {
        zh: '只为一种代码平台写流程文件（默认：三种都写）',
        en: 'write workflows for one forge only (default: for all three)',
      },
      choices: [...forges],
    },
  ],
  examples: [
    { line: 'tenantry init my-cloud', summary: { zh: '在 my-cloud 中新建', en: 'make one in my-cloud' } },
    {
      line: 'tenantry init city-cloud --jurisdiction jiuquan --owner @city/data-bureau --forge gitea',
      summary: { zh: '指定管理办法、所有者和代码平台', en: 'choose the regulation, the owner and the forge' },
    },
  ],
  run: async (context, invocation) => {
    const target = emptyTarget(resolve(context.cwd, invocation.arguments[0] ?? ''))
    const owner = teamOption('--owner', invocation.options.owner)
    refuseUnnameable([owner], forgesOf(invocation.options))
    const { filesOf } = await import('../init/files.ts')
    const seed = await seedFor(context, invocation, owner)
    const files = await writeTree(target, filesOf(seed), directory => schemasOf(directory, context))
    const { startRepository } = await import('../workspace/hook.ts')
    startRepository({ ...context, root: target })
    context.stdout(context.json ? jsonText(target, files) : told(target, files, context))
    return exitStatus.clean
  },
}

function forgesOf({ forge }: OptionValues): readonly Forge[] {
  return forges.filter(one => forge === undefined || forge === one)
}

async function seedFor(context: Context, { options }: Invocation, owner: string) {
  const [{ packageRoot, toolVersion }, { requireModel }, { exampleFor }] = await Promise.all([
    import('../workspace/package-root.ts'),
    import('../terminal/require-model.ts'),
    import('../init/example.ts'),
  ])
  const model = requireModel({ ...context, root: packageRoot })
  const wanted = typeof options.jurisdiction === 'string' ? options.jurisdiction : undefined
  if (wanted !== undefined && !model.catalogue.jurisdictions.has(wanted))
    throw notAChoice('--jurisdiction', wanted, [...model.catalogue.jurisdictions.keys()])
  const example = exampleFor(model, wanted)
  return {
    source: packageRoot,
    version: toolVersion(),
    day: context.today,
    example,
    profile: profileOf(model, example.jurisdiction),
    platform: model.catalogue.platform.value.metadata.name,
    zones: Object.keys(model.catalogue.platform.value.zones),
    owner,
    forges: forgesOf(options),
  }
}

function profileOf(model: Model, jurisdiction: string): JurisdictionProfile {
  const profile = model.catalogue.jurisdictions.get(jurisdiction)
  if (profile === undefined) throw new Error(`the catalogue has no profile for ${jurisdiction}`)
  return profile.value
}

/** The new repository's schemas follow from its own catalogue. What is written must be valid: anything else is a defect. */
async function schemasOf(directory: string, context: Context): Promise<ReadonlyMap<string, string>> {
  const [{ loadRepository }, { composeSchemas, schemaFolder, schemaTexts }] = await Promise.all([
    import('../workspace/repository.ts'),
    import('../../lib/validate/index.ts'),
  ])
  const { documents } = loadRepository({ ...context, root: directory }, { check: false })
  const texts = schemaTexts(composeSchemas(documents))
  return new Map([...texts].map(([file, text]) => [join(schemaFolder, file), text]))
}

function jsonText(target: string, files: readonly string[]): string {
  return jsonAnswer('files', { directory: target, files })
}

function told(target: string, files: readonly string[], { language }: Context): string {
  const shown = printable(target)
  const lines = {
    zh: [
      `已在 ${shown} 新建数据仓库，共 ${files.length} 个文件。`,
      '接下来：',
      `  1. 按 README.md 修改 catalogue/platform.yaml，核对服务目录`,
      `  2. tenantry validate --root ${shown}`,
      `  3. 提交到代码平台，并按 README.md 设置主分支保护`,
    ],
    en: [
      `A data repository with ${files.length} files was made in ${shown}.`,
      'Next:',
      '  1. change catalogue/platform.yaml and look through the catalogue, as README.md says',
      `  2. tenantry validate --root ${shown}`,
      '  3. push it to your forge, and protect its main branch as README.md says',
    ],
  }
  return `${lines[language].join('\n')}\n`
}
