import { statusOfDecision } from '../../../lib/approval/index.ts'
import { codes as usage } from '../../../lib/command-line/codes.ts'
import { printable } from '../../../lib/finding/printable.ts'
import { jsonAnswer } from '../../../lib/output/index.ts'
import type { StatusReport } from '../../forge/index.ts'
import { approvalLines, statusNames } from '../../terminal/approval-lines.ts'
import { CommandError, type Context, exitStatus, type Invocation } from '../../terminal/command.ts'
import { tellFindings } from '../../terminal/report.ts'
import type { DecidedChange } from '../../workspace/decided-change.ts'
import type { ApproveAction } from './action.ts'

export const check: ApproveAction = {
  name: 'check',
  summary: {
    zh: '按目标分支的规定判断合并请求的评审：已批准、待审批（轮到谁、依据、期限）或有人不同意',
    en: 'judge a change’s reviews by the target branch: approved, open (whose turn, article, by when) or refused',
  },
  options: [
    {
      flags: '--forge <name>',
      summary: { zh: '执行机设置中的代码平台', en: 'a forge of the runner’s settings' },
    },
    { flags: '--change <number>', summary: { zh: '合并请求的编号', en: 'the number of the change' } },
    {
      flags: '--status',
      summary: {
        zh: '把结果写为平台上的状态 tenantry/approval',
        en: 'set the forge’s status tenantry/approval to the answer',
      },
    },
  ],
  examples: [
    {
      line: 'tenantry approve check --forge city --change 7',
      summary: { zh: '查看还差谁的意见', en: 'see whose opinion is still wanted' },
    },
    {
      line: 'tenantry approve check --forge city --change 7 --status',
      summary: { zh: '在流水线中写状态', en: 'set the status, in a pipeline' },
    },
  ],
  run: async (context, { options }) => {
    const [{ openForge }, { decidedChange }, { loadRepository }, { runnerOf }] = await Promise.all([
      import('../../forge/index.ts'),
      import('../../workspace/decided-change.ts'),
      import('../../workspace/repository.ts'),
      import('../../workspace/runner.ts'),
    ])
    const [name, number] = [nameIn(options), numberIn(options)]
    const forge = openForge(runnerOf(context).settings, name, context.environment)
    const { address, repository, repositoryId, target = 'main' } = forge.settings
    const facts = await forge.adapter.readChange(forge.client, repository, number)
    const decided = decidedChange({
      place: context,
      facts,
      pinned: { forge: address, repository: repositoryId, target },
      now: loadRepository(context, { check: false }),
    })
    const report = reportOf(decided, facts.head)
    if (options.status === true) await forge.adapter.setStatus(forge.client, repository, report)
    tell(context, number, decided)
    return report.state === 'success' ? exitStatus.clean : exitStatus.findings
  },
}

function tell(context: Context, change: number, decided: DecidedChange): void {
  const { decision, objections, head } = decided
  const status = statusOfDecision(decision, objections)
  if (context.json) {
    context.stdout(jsonAnswer('approval', { change, status, objections, decision: decision ?? null }))
    return
  }
  const lines =
    decision === undefined || head === undefined ? [] : approvalLines(context.language, head, decision)
  context.stdout([`#${change}  ${statusNames[status][context.language]}`, ...lines, ''].join('\n'))
  if (objections.length > 0) tellFindings(context, { findings: objections, files: [] })
}

function reportOf({ decision, objections }: DecidedChange, commit: string): StatusReport {
  const status = statusOfDecision(decision, objections)
  const state = ({ approved: 'success', open: 'pending', refused: 'failure' } as const)[status]
  const [objection] = objections
  const { zh, en } = statusNames[status]
  return { commit, state, description: `${zh} ${en}${objection === undefined ? '' : ` ${objection.code}`}` }
}

function nameIn({ forge }: Invocation['options']): string {
  if (typeof forge === 'string') return forge
  throw new CommandError(usage.missingValue.code, {
    zh: '请用 --forge 写明执行机设置中的代码平台',
    en: 'name a forge of the runner’s settings with --forge',
  })
}

function numberIn({ change }: Invocation['options']): number {
  const written = typeof change === 'string' ? change : ''
  if (/^[1-9][0-9]{0,8}$/.test(written)) return Number(written)
  throw new CommandError(usage.missingValue.code, {
    zh: `--change 须为合并请求的编号：${printable(written)}`,
    en: `--change takes the number of a change: ${printable(written)}`,
  })
}
