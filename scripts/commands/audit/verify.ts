import { codes as usage } from '../../../lib/command-line/codes.ts'
import type { Anchor } from '../../../lib/evidence/index.ts'
import type { Text } from '../../../lib/finding/finding.ts'
import { printable } from '../../../lib/finding/printable.ts'
import { jsonAnswer } from '../../../lib/output/index.ts'
import type { VerifiedEvidence } from '../../evidence/index.ts'
import type { Action } from '../../terminal/actions.ts'
import { CommandError, type Context, type OptionValues, statusOf } from '../../terminal/command.ts'
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
    const { records, tip, findings, decidedAgain } = await verified(context, options)
    if (context.json) {
      const answer = { records: records.length, anchor: tip ?? null, decidedAgain, findings }
      context.stdout(jsonAnswer('audit', answer))
      return statusOf(findings)
    }
    const { number = 0, digest = '-' } = tip ?? {}
    const { zh, en } = otherVersions(decidedAgain)
    const words = {
      zh: `记录 ${number} 份，重新判定 ${decidedAgain.count} 份${zh}，最新 ${number}:${digest}`,
      en: `${number} records, ${decidedAgain.count} decided again${en}, newest ${number}:${digest}`,
    }
    context.stdout(`${words[context.language]}\n`)
    if (findings.length > 0) tellFindings(context, { findings, files: [] })
    return statusOf(findings)
  },
}

/** Whoever reads that a record was decided again has to know by which rules it was not. */
function otherVersions({ otherVersions: others }: VerifiedEvidence['decidedAgain']): Text {
  if (others.length === 0) return { zh: '', en: '' }
  const shown = others.map(({ tool, records }) => `${printable(tool)}: ${records}`).join(', ')
  return {
    zh: `（其中由其他版本的工具写成、其规则未重新适用的：${shown}）`,
    en: ` (of these by other versions, whose rules were not applied again: ${shown})`,
  }
}

async function verified(context: Context, options: OptionValues): Promise<VerifiedEvidence> {
  const { requireEvidence, verifyEvidence } = await import('../../evidence/index.ts')
  const anchors = anchorsIn(options)
  const wait = context.heart.begin({ zh: '核对审批记录', en: 'verifying the evidence' })
  try {
    const stored = requireEvidence(context, context.evidence)
    const target = await targetCommit(context, options)
    const all = stored.records.length
    return await verifyEvidence(context, stored, target, anchors, count => wait.still(progress(count, all)))
  } finally {
    wait.end()
  }
}

function progress(count: number, all: number): Text {
  return {
    zh: `重新判定审批记录，${all} 份中的第 ${count} 份`,
    en: `deciding again, record ${count} of ${all}`,
  }
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
