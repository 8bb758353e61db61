import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { OwnersManifest } from '../../generated/types/owners.ts'
import { codes } from '../../lib/command-line/codes.ts'
import type { Model } from '../../lib/model/model.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import { codeOwnersText } from '../../lib/owners/code-owners.ts'
import { codeOwnersFiles, type Forge, forges } from '../../lib/owners/forge.ts'
import { ownersFile, ownersText } from '../../lib/owners/manifest.ts'
import { newestVersion } from '../../lib/version/index.ts'
import {
  type Command,
  CommandError,
  type Context,
  exitStatus,
  type OptionValues,
} from '../terminal/command.ts'
import { refuseUnnameable, teamOption } from '../terminal/team-option.ts'
import { codeOwnersIn } from '../workspace/code-owners.ts'
import { writeWhole } from '../workspace/write-file.ts'

export const owners: Command = {
  name: 'owners',
  summary: {
    zh: '由 catalogue/owners.yaml 生成代码平台的 CODEOWNERS：谁审核哪个单位的文件',
    en: 'write the forge’s CODEOWNERS from catalogue/owners.yaml: who reviews which unit’s files',
  },
  arguments: [],
  options: [
    {
      flags: '--forge <forge>',
      summary: {
        zh: '为这种代码平台生成（默认：已有 CODEOWNERS 的平台）',
        en: 'write that of one forge (default: of those that have one already)',
      },
      choices: [...forges],
    },
    {
      flags: '--authority <team>',
      summary: {
        zh: '尚无 owners.yaml 时新建一份：主管部门的团队，各单位先都由它审核',
        en: 'where there is no owners.yaml, make one: the authority’s team, which reviews every unit at first',
      },
    },
  ],
  examples: [
    {
      line: 'tenantry owners --authority @city/data-bureau --forge gitea',
      summary: { zh: '在已有的数据仓库中启用', en: 'begin with it in a repository that has none' },
    },
  ],
  run: async (context, { options }) => {
    const { requireModel } = await import('../terminal/require-model.ts')
    const model = requireModel(context)
    const made = model.catalogue.owners?.value ?? newMap(context, model, options)
    const chosen = chosenForges(context, options)
    refuseUnnameable([made.authority, ...Object.values(made.units)], chosen)
    const files = new Map(chosen.map(forge => [codeOwnersFiles[forge], codeOwnersText(forge, made)]))
    if (model.catalogue.owners === undefined) files.set(ownersFile, ownersText(made))
    const lies = codeOwnersIn(context.root)
    const changed = [...files].filter(([file, text]) => lies.get(file) !== text)
    for (const [file, text] of changed) writeWhole(join(context.root, file), text)
    context.stdout(
      summary(
        context,
        changed.map(([file]) => file),
      ),
    )
    return exitStatus.clean
  },
}

/** Every unit is reviewed by the authority, until somebody writes its own team. */
function newMap({ root }: Context, model: Model, { authority }: OptionValues): OwnersManifest {
  // A file that is there and could not be read is not written over.
  if (authority === undefined || existsSync(join(root, ownersFile))) throw noMap()
  const team = teamOption('--authority', authority)
  const units = Object.fromEntries(model.units.map(({ address }) => [address, team]))
  return { apiVersion: newestVersion, kind: 'Owners', authority: team, units }
}

function noMap(): CommandError {
  return new CommandError(codes.noOwnersMap.code, {
    zh: `没有可用的 ${ownersFile}；没有时用 --authority @组织/团队 新建，有误时先运行 tenantry validate 并改正`,
    en: `there is no usable ${ownersFile}; make one with \`--authority @organisation/team\`, or mend it as \`tenantry validate\` says`,
  })
}

function chosenForges({ root }: Context, { forge }: OptionValues): readonly Forge[] {
  const lies = codeOwnersIn(root)
  const chosen = forges.filter(
    one => one === forge || (forge === undefined && lies.has(codeOwnersFiles[one])),
  )
  if (chosen.length > 0) return chosen
  throw new CommandError(codes.noOwnersMap.code, {
    zh: `尚未生成过 CODEOWNERS；用 --forge 指定平台：${forges.join('、')}`,
    en: `no CODEOWNERS was made yet; name the forge with --forge: ${forges.join(', ')}`,
  })
}

function summary({ json, language }: Context, written: readonly string[]): string {
  if (json) return jsonAnswer('files', { files: written })
  if (written.length === 0) return { zh: 'CODEOWNERS 已是最新\n', en: 'CODEOWNERS is up to date\n' }[language]
  return written.map(file => `${{ zh: '写入', en: 'wrote' }[language]} ${file}\n`).join('')
}
