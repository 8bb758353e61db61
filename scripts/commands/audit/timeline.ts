import { codes } from '../../../lib/command-line/codes.ts'
import { printable } from '../../../lib/finding/printable.ts'
import type { Model, System } from '../../../lib/model/model.ts'
import { jsonAnswer } from '../../../lib/output/index.ts'
import type { Action } from '../../terminal/actions.ts'
import type { OptionValues } from '../../terminal/command.ts'
import { CommandError, type Context, statusOf } from '../../terminal/command.ts'
import { evidenceData, evidenceLine } from '../../terminal/evidence-lines.ts'
import { formatOption, targetCommit, targetOption } from './options.ts'

export const timeline: Action = {
  name: 'timeline',
  summary: {
    zh: '一个系统的始末：状态起止及依据、申请、决定及其记录和提交、交付、材料、授予前后、期限是否遵守、绕过审批的和尚未记录的',
    en: 'the life of one system: states and their articles, requests, decisions with record and commit, papers, grants before and after, deadlines, bypasses and gaps',
  },
  arguments: [
    {
      name: '<system>',
      summary: { zh: '系统，如 ningwu/jiaoyuju/xueji-guanli', en: 'the system' },
      complete: 'system',
    },
  ],
  options: [formatOption, targetOption],
  examples: [
    {
      line: 'tenantry audit timeline ningwu/jiaoyuju/xueji-guanli',
      summary: { zh: '一个系统的始末', en: 'the life of one system' },
    },
    {
      line: 'tenantry audit timeline ningwu/jiaoyuju/xueji-guanli --at 2025-06-30 --format csv',
      summary: { zh: '截至某日，供电子表格打开', en: 'up to a day, for a spreadsheet' },
    },
  ],
  run: async (context, { arguments: [address = ''], options }) => {
    const [{ timelineOf }, { requireModel }, texts, csv, data] = await Promise.all([
      import('../../../lib/timeline/index.ts'),
      import('../../terminal/require-model.ts'),
      import('../../terminal/timeline-lines.ts'),
      import('../../terminal/timeline-csv.ts'),
      import('../../terminal/timeline-data.ts'),
    ])
    const model = requireModel(context)
    const system = await oneSystem(model, address)
    const profile = model.catalogue.jurisdictions.get(system.value.metadata.jurisdiction)?.value
    if (profile === undefined) throw notOne(address)
    const { entries, findings, behind } = await logFor(context, options)
    const life = timelineOf(model, profile, system, entries)
    if (context.json || options.format === 'json')
      context.stdout(
        jsonAnswer('timeline', {
          asOf: model.asOf,
          ...evidenceData(model),
          ...data.timelineData(life, behind),
          findings,
        }),
      )
    else if (options.format === 'csv') context.stdout(csv.timelineCsv(context.language, life))
    else
      context.stdout(
        texts.timelineText(context.language, model, life, behind) + evidenceLine(model, context.language),
      )
    return statusOf(findings)
  },
}

/** A repository that was never recorded has a life all the same. */
async function logFor(context: Context, options: OptionValues) {
  const [{ evidenceLog, nothingBehind }, { storedEvidence }] = await Promise.all([
    import('../../evidence/log.ts'),
    import('../../workspace/stored-evidence.ts'),
  ])
  const stored = storedEvidence(context, context.evidence)
  if (stored === undefined) return { entries: [], findings: [], behind: nothingBehind }
  return evidenceLog(context, stored, await targetCommit(context, options))
}

/** @throws CommandError where it is none, or several */
async function oneSystem(model: Model, text: string): Promise<System> {
  const { systemsAt } = await import('../../terminal/systems.ts')
  const [system, ...others] = systemsAt(model, [text])
  if (system !== undefined && others.length === 0) return system
  throw notOne(text, system === undefined ? [] : [system, ...others])
}

const mostShown = 5

function notOne(text: string, systems: readonly System[] = []): CommandError {
  const shown = printable(text)
  const named = systems.slice(0, mostShown).map(({ address }) => address)
  return new CommandError(codes.notAChoice.code, {
    zh: `${shown} 不是一个系统${named.length === 0 ? '' : `；请写明其中之一：${named.join('、')}`}`,
    en: `${shown} is not one system${named.length === 0 ? '' : `; name one of ${named.join(', ')}`}`,
  })
}
