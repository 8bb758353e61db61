import { codes } from '../../../lib/command-line/codes.ts'
import { printable } from '../../../lib/finding/printable.ts'
import { CommandError, type Context, type OptionSpec, type OptionValues } from '../../terminal/command.ts'

export const targetOption: OptionSpec = {
  flags: '--target <ref>',
  summary: {
    zh: '目标分支（默认：取来的目标分支、origin/main、main）',
    en: 'the target branch (default: the one that was fetched, origin/main, main)',
  },
}

export const formatOption: OptionSpec = {
  flags: '--format <format>',
  summary: { zh: '输出形式：表、CSV、JSON', en: 'a table, CSV, or JSON' },
  choices: ['table', 'csv', 'json'],
}

/** The newest commit of the target branch. @throws CommandError where this clone has none */
export async function targetCommit(context: Context, { target: named }: OptionValues): Promise<string> {
  const { commitNamed, targetTip } = await import('../../evidence/index.ts')
  const target = typeof named === 'string' ? commitNamed(context, named) : targetTip(context)
  if (target !== undefined) return target
  const shown = printable(typeof named === 'string' ? named : 'origin/main')
  throw new CommandError(codes.notInGit.code, {
    zh: `本地没有目标分支（${shown}）；请运行 git fetch origin，或用 --target 指定`,
    en: `this clone has no target branch (${shown}); run \`git fetch origin\`, or name one with --target`,
  })
}
