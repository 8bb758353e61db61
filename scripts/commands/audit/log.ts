import { type LogFilter, logVerdicts } from '../../../lib/evidence/index.ts'
import type { Action } from '../../terminal/actions.ts'
import { type OptionValues, statusOf } from '../../terminal/command.ts'
import { checkedDate } from '../../terminal/global-options.ts'
import { formatOption, targetCommit, targetOption } from './options.ts'

export const log: Action = {
  name: 'log',
  summary: {
    zh: '列出审批记录，新的在前：编号、日期、合入的提交、结论、事项、审批人、依据',
    en: 'the records, newest first: number, day, commit, verdict, what was decided, by whom, under which article',
  },
  arguments: [],
  options: [
    {
      flags: '--since <date>',
      summary: { zh: '只看该日及以后作出的', en: 'only what was decided on this day or later' },
    },
    {
      flags: '--until <date>',
      summary: { zh: '只看该日及以前作出的', en: 'only what was decided by this day' },
    },
    {
      flags: '--system <address>',
      summary: {
        zh: '只看涉及该系统的，如 ningwu/jiaoyuju/xueji-guanli；绕过审批改动其清单的也在内',
        en: 'only what is about a system, such as ningwu/jiaoyuju/xueji-guanli; also what changed its manifest past the approval',
      },
      complete: 'system',
    },
    {
      flags: '--unit <address>',
      summary: {
        zh: '只看涉及该单位及其系统的，如 ningwu/jiaoyuju',
        en: 'only what is about a unit and its systems, such as ningwu/jiaoyuju',
      },
      complete: 'system',
    },
    {
      flags: '--verdict <verdict>',
      summary: {
        zh: '只看该结论的：已批准、绕过审批、绕过审批而已追认',
        en: 'only those approved, those that went round the approval, or those of these that were ratified',
      },
      choices: logVerdicts,
    },
    formatOption,
    targetOption,
  ],
  examples: [
    { line: 'tenantry audit log', summary: { zh: '全部记录', en: 'all records' } },
    {
      line: 'tenantry audit log --system ningwu/jiaoyuju/xueji-guanli --since 2026-01-01',
      summary: { zh: '某系统某日以来的', en: 'those of a system since a day' },
    },
    {
      line: 'tenantry audit log --verdict unapproved --format csv',
      summary: {
        zh: '绕过审批而尚未追认的，供电子表格打开',
        en: 'what went round the approval and is not ratified, for a spreadsheet',
      },
    },
  ],
  run: async (context, { options }) => {
    const [{ evidenceLog, requireEvidence }, { narrowedLog }, lines, { namesFor, addressesNamed }, report] =
      await Promise.all([
        import('../../evidence/index.ts'),
        import('../../../lib/evidence/index.ts'),
        import('../../terminal/log-lines.ts'),
        import('../../terminal/log-names.ts'),
        import('../../terminal/report.ts'),
      ])
    const filter = daysOf(options)
    const stored = requireEvidence(context, context.evidence)
    const { entries, findings } = evidenceLog(context, stored, await targetCommit(context, options))
    const names = namesFor(context)
    const about = [options.system, options.unit].flatMap(text =>
      typeof text === 'string' ? [addressesNamed(names, entries, text)] : [],
    )
    const shown = narrowedLog(entries, { ...filter, about })
    context.stdout(lines.logText(context, names, { entries: shown, findings }, options.format))
    if (findings.length > 0 && !context.json) report.tellFindings(context, { findings, files: [] })
    return statusOf(findings)
  },
}

function daysOf({ since, until, verdict }: OptionValues): Omit<LogFilter, 'about'> {
  const known = logVerdicts.find(one => one === verdict)
  return {
    ...(typeof since === 'string' ? { since: checkedDate(since, '--since') } : {}),
    ...(typeof until === 'string' ? { until: checkedDate(until, '--until') } : {}),
    ...(known === undefined ? {} : { verdict: known }),
  }
}
