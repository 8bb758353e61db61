import { codes as usage } from '../../../lib/command-line/codes.ts'
import type { Anchor } from '../../../lib/evidence/index.ts'
import { printable } from '../../../lib/finding/printable.ts'
import { jsonAnswer } from '../../../lib/output/index.ts'
import type { Action } from '../../terminal/actions.ts'
import { CommandError, type OptionValues, statusOf } from '../../terminal/command.ts'
import { tellFindings } from '../../terminal/report.ts'
import { targetCommit, targetOption } from './options.ts'

export const verify: Action = {
  name: 'verify',
  summary: {
    zh: '核对记录：改动、缺号、次序、截尾、分支改写、签名，并由所留评审重新判定每项审批',
    en: 'edits, gaps, order, truncation, a rewritten branch, signatures, and every approval decided again from its reviews',
  },
  arguments: [],
  options: [
    {
      flags: '--anchor <number:digest>',
      summary: {
        zh: '别处留存的编号和摘要；只有它能发现截尾',
        en: 'a number and digest that were kept elsewhere: nothing else shows that the end was cut off',
      },
    },
    targetOption,
  ],
  examples: [
    {
      line: 'tenantry audit verify',
      summary: { zh: '核对本地的审批记录', en: 'verify the evidence of this clone' },
    },
  ],
  run: async (context, { options }) => {
    const { requireEvidence, verifyEvidence } = await import('../../evidence/index.ts')
    const stored = requireEvidence(context, context.evidence)
    const target = await targetCommit(context, options)
    const { records, tip, findings, decidedAgain } = verifyEvidence(
      context,
      stored,
      target,
      anchorsIn(options),
    )
    if (context.json) {
      const answer = { records: records.length, anchor: tip ?? null, decidedAgain, findings }
      context.stdout(jsonAnswer('audit', answer))
      return statusOf(findings)
    }
    const { number = 0, digest = '-' } = tip ?? {}
    const words = {
      zh: `记录 ${number} 份，重新判定 ${decidedAgain.count} 份，最新 ${number}:${digest}`,
      en: `${number} records, ${decidedAgain.count} decided again, newest ${number}:${digest}`,
    }
    context.stdout(`${words[context.language]}\n`)
    if (findings.length > 0) tellFindings(context, { findings, files: [] })
    return statusOf(findings)
  },
}

function anchorsIn({ anchor: written }: OptionValues): readonly Anchor[] {
  if (typeof written !== 'string') return []
  const [, number, digest] = /^([1-9][0-9]{0,8}):([0-9a-f]{64})$/.exec(written) ?? []
  if (number !== undefined && digest !== undefined) return [{ number: Number(number), digest }]
  throw new CommandError(usage.notAChoice.code, {
    zh: `--anchor 写作 编号:摘要，如 audit verify 所示：${printable(written)}`,
    en: `--anchor is NUMBER:DIGEST as \`audit verify\` shows it: ${printable(written)}`,
  })
}
