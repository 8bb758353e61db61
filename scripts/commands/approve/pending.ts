import { statusOfDecision } from '../../../lib/approval/index.ts'
import type { AnyFinding } from '../../../lib/finding/finding.ts'
import { Refusal } from '../../../lib/finding/refusal.ts'
import { jsonAnswer } from '../../../lib/output/index.ts'
import type { Action } from '../../terminal/actions.ts'
import { statusNames } from '../../terminal/approval-lines.ts'
import { approvalReport } from '../../terminal/approval-report.ts'
import { type Context, exitStatus } from '../../terminal/command.ts'
import type { ForgeChange } from '../../terminal/forge-change.ts'
import { forgeIn, forgeOption } from '../../terminal/forge-options.ts'
import { tellFindings } from '../../terminal/report.ts'
import { statementsFolder, statementsOption } from '../../terminal/statement-options.ts'

/** What came of one change: how it stands, or why it could not be judged. */
interface Outcome {
  readonly change: number
  readonly status: ReturnType<typeof statusOfDecision> | 'unread'
  readonly objections: readonly AnyFinding[]
}

export const pending: Action = {
  name: 'pending',
  summary: {
    zh: '逐个判断所有待审的合并请求，可写状态、更新审阅要点；由主管部门的执行机定时运行',
    en: 'judge every open change in turn, set its status and keep its brief; for a runner of the authority, by the clock',
  },
  arguments: [],
  options: [
    forgeOption,
    statementsOption,
    {
      flags: '--status',
      summary: {
        zh: '把各结果写为平台上的状态 tenantry/approval',
        en: 'set the forge’s status tenantry/approval of each to the answer',
      },
    },
    {
      flags: '--comment',
      summary: {
        zh: '在各合并请求下保留一条审阅要点的评论',
        en: 'keep the brief of each as one comment under it',
      },
    },
  ],
  examples: [
    {
      line: 'tenantry approve pending --forge city --status --comment --lang zh',
      summary: { zh: '每隔几分钟运行一次', en: 'every few minutes' },
    },
  ],
  run: async (context, { options }) => {
    const outcomes = await judgeAll(context, forgeIn(options), {
      status: options.status === true,
      comment: options.comment === true,
      folder: statementsFolder(context.cwd, options, undefined),
    })
    tell(context, outcomes)
    return outcomes.some(({ status }) => status === 'unread') ? exitStatus.findings : exitStatus.clean
  },
}

interface Wanted {
  readonly status: boolean
  readonly comment: boolean
  /** Of signed statements, where another than that of the settings is named. */
  readonly folder: string | undefined
}

async function judgeAll(context: Context, name: string, wanted: Wanted): Promise<readonly Outcome[]> {
  const [{ changeIn, forgeNamed, keptStatements, repositoryHere }, { fetchBoth, fetchChange, remoteOf }] =
    await Promise.all([import('../../terminal/forge-change.ts'), import('../../evidence/index.ts')])
  const forge = forgeNamed(context, name)
  const { repository, target = 'main' } = forge.settings
  const remote = remoteOf(forge)
  fetchBoth(context, remote)
  const changes = await forge.adapter.openChanges(forge.client, repository, target)
  const kept = keptStatements(wanted.folder ?? forge.settings.statements)
  const atHand = { now: repositoryHere(context), kept }
  const outcomes: (Outcome | undefined)[] = []
  for (const change of changes)
    outcomes.push(
      await outcomeOf(change, async () => {
        fetchChange(context, remote, forge.adapter.headRef(change))
        const found = await changeIn(context, forge, change, atHand)
        if (found.facts.state === 'open') await answer(context, found, wanted)
        return found
      }),
    )
  return outcomes.filter(outcome => outcome !== undefined)
}

/** One that cannot be read stops no other; one that was closed meanwhile is nobody's any more. */
async function outcomeOf(change: number, judge: () => Promise<ForgeChange>): Promise<Outcome | undefined> {
  try {
    const { facts, decided } = await judge()
    const { decision, objections } = decided
    if (facts.state !== 'open') return undefined
    return { change, status: statusOfDecision(decision, objections), objections }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { change, status: 'unread', objections: [error.finding] }
  }
}

async function answer(context: Context, found: ForgeChange, { status, comment }: Wanted): Promise<void> {
  const { forge, facts, decided } = found
  if (status)
    await forge.adapter.setStatus(
      forge.client,
      forge.settings.repository,
      approvalReport(decided, facts.head),
    )
  if (!comment) return
  const [{ comparedModels }, { briefOfChange }, { keepBrief }, { modelOf }] = await Promise.all([
    import('../../workspace/compared-models.ts'),
    import('../../workspace/change-brief.ts'),
    import('../../terminal/kept-brief.ts'),
    import('../../terminal/require-model.ts'),
  ])
  const range = { base: facts.targetTip, head: facts.head }
  const compared = comparedModels(context, range, modelOf)
  await keepBrief(context, found, await briefOfChange(context, compared, decided))
}

function tell(context: Context, outcomes: readonly Outcome[]): void {
  if (context.json) {
    context.stdout(jsonAnswer('approvals', { changes: outcomes }))
    return
  }
  const { language } = context
  const names = { ...statusNames, unread: { zh: '无法判断', en: 'not judged' } }
  const lines = outcomes.map(({ change, status, objections }) => {
    const codes = objections.map(({ code }) => code).join(' ')
    return `#${change}  ${names[status][language]}${codes === '' ? '' : `  ${codes}`}\n`
  })
  const none = { zh: '没有待审的合并请求\n', en: 'no change is open\n' }[language]
  context.stdout(lines.length === 0 ? none : lines.join(''))
  const unread = outcomes.flatMap(({ status, objections }) => (status === 'unread' ? objections : []))
  if (unread.length > 0) tellFindings(context, { findings: unread, files: [] })
}
