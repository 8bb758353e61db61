import { statementFindings, statusOfDecision } from '../../../lib/approval/index.ts'
import type { AnyFinding } from '../../../lib/finding/finding.ts'
import { jsonAnswer } from '../../../lib/output/index.ts'
import type { Action } from '../../terminal/actions.ts'
import { approvalLines, statusNames } from '../../terminal/approval-lines.ts'
import { approvalReport } from '../../terminal/approval-report.ts'
import { type Context, exitStatus } from '../../terminal/command.ts'
import type { ForgeChange } from '../../terminal/forge-change.ts'
import { forgeChange, forgeOptions } from '../../terminal/forge-options.ts'
import { tellFindings } from '../../terminal/report.ts'
import { statementsFolder, statementsOption } from '../../terminal/statement-options.ts'

export const check: Action = {
  name: 'check',
  summary: {
    zh: '按目标分支的规定判断合并请求的评审：已批准、待审批（轮到谁、依据、期限）或有人不同意',
    en: 'judge a change’s reviews by the target branch: approved, open (whose turn, article, by when) or refused',
  },
  arguments: [],
  options: [
    ...forgeOptions,
    statementsOption,
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
    const named = forgeChange(options)
    const { forgeChangeOf } = await import('../../terminal/forge-change.ts')
    const folder = statementsFolder(context.cwd, options, undefined)
    const change = await forgeChangeOf(context, named, folder)
    const { forge, facts, decided } = change
    const report = approvalReport(decided, facts.head)
    if (options.status === true)
      await forge.adapter.setStatus(forge.client, forge.settings.repository, report)
    tell(context, named.change, change)
    return report.state === 'success' ? exitStatus.clean : exitStatus.findings
  },
}

function tell(context: Context, change: number, { decided, forge, kept }: ForgeChange): void {
  const { decision, objections, head } = decided
  const at = { forge: forge.settings.address, change: `${change}` }
  const uncounted = decision === undefined ? [] : statementFindings(decision, at)
  const statements: readonly AnyFinding[] = [...kept.findings, ...uncounted]
  const status = statusOfDecision(decision, objections)
  if (context.json) {
    context.stdout(
      jsonAnswer('approval', { change, status, objections, statements, decision: decision ?? null }),
    )
    return
  }
  const lines =
    decision === undefined || head === undefined ? [] : approvalLines(context.language, head, decision)
  context.stdout([`#${change}  ${statusNames[status][context.language]}`, ...lines, ''].join('\n'))
  const findings = [...objections, ...statements]
  if (findings.length > 0) tellFindings(context, { findings, files: [] })
}
