import { resolve } from 'node:path'
import { codes as usage } from '../../lib/command-line/codes.ts'
import { noDecisions } from '../../lib/evidence/index.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import type { Written } from '../evidence/index.ts'
import {
  type Command,
  CommandError,
  type Context,
  exitStatus,
  type OptionValues,
} from '../terminal/command.ts'
import { forgeIn, forgeOption } from '../terminal/forge-options.ts'
import { recordVerdicts } from '../terminal/record-verdicts.ts'
import { tellFindings } from '../terminal/report.ts'
import { statementsFolder, statementsOption } from '../terminal/statement-options.ts'

export const record: Command = {
  name: 'record',
  summary: {
    zh: '合并之后：把目标分支上新进的改动和其审批，签名写入分支 tenantry/evidence',
    en: 'after the merge: sign what came to the target branch, and its approval, into the branch tenantry/evidence',
  },
  arguments: [],
  options: [
    forgeOption,
    statementsOption,
    {
      flags: '--key <file>',
      summary: {
        zh: '签署用的 Ed25519 私钥；在代理（ssh-agent）中的写其公钥',
        en: 'the Ed25519 key to sign with; its public part where an agent holds it',
      },
      complete: 'file',
    },
    {
      flags: '--from <commit>',
      summary: {
        zh: '首次记录时：自目标分支的哪个提交之后开始',
        en: 'for the first record: the commit of the target branch behind which evidence begins',
      },
    },
  ],
  examples: [
    {
      line: 'tenantry record --forge city --key /etc/tenantry/recorder',
      summary: { zh: '在流水线中，每次合并之后', en: 'in a pipeline, after each merge' },
    },
  ],
  run: async (context, { options }) => {
    const [{ forgeNamed, keptStatements }, evidence, { loadRepository }, { toolVersion }] = await Promise.all(
      [
        import('../terminal/forge-change.ts'),
        import('../evidence/index.ts'),
        import('../workspace/repository.ts'),
        import('../workspace/package-root.ts'),
      ],
    )
    const [name, keyFile] = [forgeIn(options), resolve(context.cwd, keyIn(options))]
    const forge = forgeNamed(context, name)
    const { adapter, client } = forge
    const { address, repository, repositoryId, target = 'main' } = forge.settings
    const remote = evidence.remoteOf(forge)
    const kept = keptStatements(statementsFolder(context.cwd, options, forge.settings))
    const written = await evidence.recordNew({
      place: context,
      // It reads the evidence itself, and writes the first record where there is none.
      now: loadRepository(context, { check: false, decisions: noDecisions }),
      pinned: { forge: address, repository: repositoryId, target },
      remote,
      statements: kept.statements,
      changeAt: async commit => {
        const change = await adapter.changeMergedAs(client, repository, commit)
        if (change === undefined) return undefined
        evidence.fetchChange(context, remote, adapter.headRef(change))
        return await adapter.readChange(client, repository, change)
      },
      keyFile,
      from: typeof options.from === 'string' ? options.from : undefined,
      tool: toolVersion(),
      clock: () => new Date().toISOString(),
    })
    const { findings } = kept
    context.stdout(
      context.json ? jsonAnswer('records', { records: written, findings }) : linesOf(context, written),
    )
    if (findings.length > 0 && !context.json) tellFindings(context, { findings, files: [] })
    return exitStatus.clean
  },
}

function linesOf({ language }: Context, written: readonly Written[]): string {
  if (written.length === 0) return { zh: '没有新的改动\n', en: 'nothing new\n' }[language]
  return written
    .map(({ record: { number, facts, merge, decision }, digest }) => {
      const change = facts === null ? '-' : `#${facts.number}`
      const why = decision.objections.join(' ')
      return `${number}  ${change}  ${merge.commit.slice(0, 12)}  ${recordVerdicts[decision.status][language]}${why === '' ? '' : `  ${why}`}  ${digest}\n`
    })
    .join('')
}

function keyIn({ key }: OptionValues): string {
  if (typeof key === 'string') return key
  throw new CommandError(usage.missingValue.code, {
    zh: '请用 --key 写明签署用的私钥',
    en: 'name the key to sign with by --key',
  })
}
