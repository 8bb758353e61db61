import { codes } from '../../lib/command-line/codes.ts'
import { printable } from '../../lib/finding/printable.ts'
import { type Command, CommandError, exitStatus } from './command.ts'

/** Of every command that compares two states. */
export const rangeArgument: Command['arguments'][number] = {
  name: '[range]',
  summary: {
    zh: 'BASE..HEAD 两个提交，或 BASE 与当前文件；从分叉处比起。不写则为 HEAD 与当前文件',
    en: 'BASE..HEAD, or BASE and the files as they lie here, from where they parted; without it, HEAD and the files',
  },
}

/** `BASE..HEAD`, or `BASE` and the files as they lie here. @throws CommandError for anything else */
export function comparedRange(range = 'HEAD'): { readonly base: string; readonly head: string | undefined } {
  const [base = '', head, ...more] = range.split('..')
  if (base !== '' && head !== '' && more.length === 0 && head?.startsWith('.') !== true) return { base, head }
  throw new CommandError(
    codes.badRange.code,
    {
      zh: `写作 BASE..HEAD 或 BASE：${printable(range)}`,
      en: `write BASE..HEAD or BASE: ${printable(range)}`,
    },
    exitStatus.usage,
  )
}
