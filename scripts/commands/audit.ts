import { codes as usage } from '../../lib/command-line/codes.ts'
import type { Anchor } from '../../lib/evidence/index.ts'
import { printable } from '../../lib/finding/printable.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import { type Command, CommandError, exitStatus, type OptionValues } from '../terminal/command.ts'
import { notAChoice } from '../terminal/command-line.ts'
import { tellFindings } from '../terminal/report.ts'

export const audit: Command = {
  name: 'audit',
  summary: {
    zh: '核对审批记录：改动、缺号、次序、截尾、分支改写、签名，离线进行',
    en: 'verify the evidence offline: edits, gaps, order, truncation, a rewritten branch, signatures',
  },
  arguments: [
    {
      name: '<action>',
      summary: { zh: 'verify 核对', en: 'verify holds the evidence against itself and the target branch' },
      choices: ['verify'],
    },
  ],
  options: [
    {
      flags: '--anchor <number:digest>',
      summary: {
        zh: '别处留存的编号和摘要；只有它能发现截尾',
        en: 'a number and digest that were kept elsewhere: nothing else shows that the end was cut off',
      },
    },
    {
      flags: '--target <ref>',
      summary: {
        zh: '目标分支（默认：取来的目标分支、origin/main、main）',
        en: 'the target branch (default: the one that was fetched, origin/main, main)',
      },
    },
  ],
  examples: [
    {
      line: 'tenantry audit verify',
      summary: { zh: '核对本地的审批记录', en: 'verify the evidence of this clone' },
    },
  ],
  run: async (context, { arguments: [action = ''], options }) => {
    if (action !== 'verify') throw notAChoice('<action>', action, ['verify'])
    const { commitNamed, requireEvidence, targetTip, verifyEvidence } = await import('../evidence/index.ts')
    const tip = requireEvidence(context, context.evidence)
    const named = textOf(options, 'target')
    const target = named === undefined ? targetTip(context) : commitNamed(context, named)
    if (target === undefined)
      throw new CommandError(usage.notInGit.code, {
        zh: `本地没有目标分支（${printable(named ?? 'origin/main')}）；请运行 git fetch origin，或用 --target 指定`,
        en: `this clone has no target branch (${printable(named ?? 'origin/main')}); run \`git fetch origin\`, or name one with --target`,
      })
    const verified = verifyEvidence(context, tip, target, anchorsIn(options))
    const broken = verified.findings.some(({ severity }) => severity === 'error')
    if (context.json) {
      const { records, tip: anchor, findings } = verified
      const answer = { records: records.length, anchor: anchor ?? null, findings }
      context.stdout(jsonAnswer('audit', answer))
    } else {
      const { number = 0, digest = '-' } = verified.tip ?? {}
      const words = {
        zh: `记录 ${number} 份，最新 ${number}:${digest}`,
        en: `${number} records, newest ${number}:${digest}`,
      }
      context.stdout(`${words[context.language]}\n`)
      if (verified.findings.length > 0) tellFindings(context, { findings: verified.findings, files: [] })
    }
    return broken ? exitStatus.findings : exitStatus.clean
  },
}

function textOf(options: OptionValues, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

function anchorsIn(options: OptionValues): readonly Anchor[] {
  const written = textOf(options, 'anchor')
  if (written === undefined) return []
  const [, number, digest] = /^([1-9][0-9]{0,8}):([0-9a-f]{64})$/.exec(written) ?? []
  if (number !== undefined && digest !== undefined) return [{ number: Number(number), digest }]
  throw new CommandError(usage.notAChoice.code, {
    zh: `--anchor 写作 编号:摘要，如 audit verify 所示：${printable(written)}`,
    en: `--anchor is NUMBER:DIGEST as \`audit verify\` shows it: ${printable(written)}`,
  })
}
