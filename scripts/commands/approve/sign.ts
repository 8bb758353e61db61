import { resolve } from 'node:path'
import type { RunnerForge } from '../../../generated/types/runner.ts'
import type { Pinned } from '../../../lib/approval/index.ts'
import { codes as usage } from '../../../lib/command-line/codes.ts'
import { readRecord } from '../../../lib/evidence/index.ts'
import { jsonAnswer } from '../../../lib/output/index.ts'
import { statementCodes as codes, statementVerdicts } from '../../../lib/statement/index.ts'
import type { Prepared, WrittenStatement } from '../../evidence/index.ts'
import type { Action } from '../../terminal/actions.ts'
import { askedWord, canAsk } from '../../terminal/asked-word.ts'
import {
  CommandError,
  type Context,
  type ExitStatus,
  exitStatus,
  type Invocation,
  type OptionValues,
} from '../../terminal/command.ts'
import { comparedRange } from '../../terminal/compared-range.ts'
import { changeNumber, forgeOptions } from '../../terminal/forge-options.ts'
import { statementsFolder, statementsOption } from '../../terminal/statement-options.ts'

export const sign: Action = {
  name: 'sign',
  summary: {
    zh: '对一项改动的内容签署本人的意见，离线进行，平台停用时也可以',
    en: 'sign an opinion of your own on the content of a change: offline, whether or not the forge is up',
  },
  arguments: [
    {
      name: '<range>',
      summary: {
        zh: 'BASE..HEAD：目标分支的提交和改动的提交',
        en: 'BASE..HEAD: a commit of the target branch, and the commit of the change',
      },
    },
  ],
  options: [
    ...forgeOptions,
    statementsOption,
    {
      flags: '--verdict <verdict>',
      summary: { zh: '同意（approved）或不同意（refused）', en: 'approved or refused' },
      choices: statementVerdicts,
    },
    {
      flags: '--reason <text>',
      summary: {
        zh: '理由；另存一个文件，意见中只写其摘要',
        en: 'why; kept in a file of its own, of which the statement has the digest',
      },
    },
    {
      flags: '--key <file>',
      summary: {
        zh: '本人的 Ed25519 私钥，在代理（ssh-agent）中的写其公钥（默认：git 的 user.signingKey）',
        en: 'your Ed25519 key, its public part where an agent holds it (default: git’s user.signingKey)',
      },
      complete: 'file',
    },
    {
      flags: '--yes',
      summary: { zh: '不询问，直接签署', en: 'sign without a question' },
    },
  ],
  examples: [
    {
      line: 'tenantry approve sign main..change --verdict approved --change 7 --forge city --statements statements --key statements/key',
      summary: { zh: '同意 7 号合并请求现在的内容', en: 'approve what change 7 is now' },
    },
  ],
  run: signed,
}

async function signed(context: Context, { arguments: [range], options }: Invocation): Promise<ExitStatus> {
  const { base, head } = comparedRange(range)
  const { verdict: named, reason, change } = options
  const verdict = statementVerdicts.find(one => one === named)
  if (head === undefined) throw lacking('BASE..HEAD')
  if (verdict === undefined) throw lacking('--verdict')
  const { pinned, settings } = await repositoryOf(context, options)
  const folder = statementsFolder(context.cwd, options, settings)
  if (folder === undefined) throw lacking('--statements')
  if (options.yes !== true && !canAsk(context)) throw refused(codes.unconfirmed)
  const [{ preparedStatement, signStatement }, { comparedModels }, { briefOfChange }, { modelOf }, lines] =
    await Promise.all([
      import('../../evidence/index.ts'),
      import('../../workspace/compared-models.ts'),
      import('../../workspace/change-brief.ts'),
      import('../../terminal/require-model.ts'),
      import('../../terminal/statement-lines.ts'),
    ])
  const compared = comparedModels(context, { base, head }, modelOf)
  const written = typeof reason === 'string' ? reason : undefined
  const signing = {
    place: context,
    now: compared.now,
    base,
    head,
    pinned,
    change: change === undefined ? undefined : changeNumber(options),
    verdict,
    reason: written,
    keyFile: await keyOf(context, options),
    at: context.clock(),
  }
  const prepared = preparedStatement(signing)
  const brief = await briefOfChange(context, compared, undefined)
  if (!context.json)
    context.stdout(
      `${lines.statementLines(context.language, prepared.statement, written, brief).join('\n')}\n`,
    )
  if (options.yes !== true && !(await askedWord(context, consent))) return exitStatus.findings
  tell(context, prepared, signStatement(prepared, signing, folder))
  return exitStatus.clean
}

function lacking(what: string): CommandError {
  return new CommandError(usage.missingValue.code, {
    zh: `approve sign 缺少 ${what}；用法见 tenantry approve --help`,
    en: `approve sign lacks ${what}; see \`tenantry approve --help\``,
  })
}

/** Of which repository it is: by the runner's settings, which need no token for it, or by the newest record of this clone. */
async function repositoryOf(
  context: Context,
  { forge }: OptionValues,
): Promise<{ readonly pinned: Pinned; readonly settings: RunnerForge | undefined }> {
  if (typeof forge === 'string') {
    const [{ forgeSettings }, { runnerOf }] = await Promise.all([
      import('../../forge/index.ts'),
      import('../../workspace/runner.ts'),
    ])
    const settings = forgeSettings(runnerOf(context).settings, forge)
    const { address, repositoryId, target = 'main' } = settings
    return { pinned: { forge: address, repository: repositoryId, target }, settings }
  }
  const { storedEvidence } = await import('../../workspace/stored-evidence.ts')
  const newest = readRecord(storedEvidence(context, context.evidence)?.records.at(-1)?.text ?? '')
  if (newest === undefined) throw refused(codes.repositoryUnknown)
  const { repository, target } = newest
  return { pinned: { forge: newest.forge, repository, target }, settings: undefined }
}

async function keyOf(context: Context, { key }: OptionValues): Promise<string> {
  if (typeof key === 'string') return resolve(context.cwd, key)
  const { ownKeyFile } = await import('../../workspace/own-key.ts')
  const own = ownKeyFile(context)
  if (own === undefined) throw refused(codes.cannotSign)
  return own
}

function refused({ code, title, why }: (typeof codes)[keyof typeof codes]): CommandError {
  return new CommandError(
    code,
    { zh: `${title.zh}；${why.zh}`, en: `${title.en}; ${why.en}` },
    exitStatus.environment,
  )
}

const consent = {
  question: {
    zh: '以上是将要签署的内容。只有输入 yes 才会签署：',
    en: 'This is what is signed. Only "yes" is taken as consent: ',
  },
  word: 'yes',
  declined: { zh: '没有签署。', en: 'Nothing was signed.' },
} as const

function tell(context: Context, { statement }: Prepared, { digest, file }: WrittenStatement): void {
  if (context.json) context.stdout(jsonAnswer('statement', { digest, file, statement }))
  else context.stdout(`${{ zh: '已签署', en: 'signed' }[context.language]}  ${file}\n`)
}
