import { codes } from '../../lib/command-line/codes.ts'
import { printable } from '../../lib/finding/printable.ts'
import { CommandError, type OptionSpec, type OptionValues } from './command.ts'

/** A forge by its name. */
export const forgeOption: OptionSpec = {
  flags: '--forge <name>',
  summary: { zh: '执行机设置中的代码平台', en: 'a forge of the runner’s settings' },
}

/** Which change of which forge a command is about. */
export const forgeOptions: readonly OptionSpec[] = [
  forgeOption,
  { flags: '--change <number>', summary: { zh: '合并请求的编号', en: 'the number of the change' } },
]

/** @throws CommandError where it is missing */
export function forgeIn({ forge }: OptionValues): string {
  if (typeof forge === 'string') return forge
  throw new CommandError(codes.missingValue.code, {
    zh: '请用 --forge 写明执行机设置中的代码平台',
    en: 'name a forge of the runner’s settings with --forge',
  })
}

/** @throws CommandError where either of them is missing */
export function forgeChange(options: OptionValues): { readonly forge: string; readonly change: number } {
  return { forge: forgeIn(options), change: changeNumber(options) }
}

/** @throws CommandError where it is missing */
export function changeNumber({ change }: OptionValues): number {
  const written = typeof change === 'string' ? change : ''
  if (/^[1-9][0-9]{0,8}$/.test(written)) return Number(written)
  throw new CommandError(codes.missingValue.code, {
    zh: `--change 须为合并请求的编号：${printable(written)}`,
    en: `--change takes the number of a change: ${printable(written)}`,
  })
}
