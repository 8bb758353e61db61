import { resolve } from 'node:path'
import type { RunnerForge } from '../../generated/types/runner.ts'
import type { OptionSpec, OptionValues } from './command.ts'

/** Where signed statements lie. */
export const statementsOption: OptionSpec = {
  flags: '--statements <folder>',
  summary: {
    zh: '存放签名意见的目录（默认：执行机设置中该平台的 statements）',
    en: 'the folder of signed statements (default: `statements` of the forge in the runner’s settings)',
  },
  complete: 'directory',
}

/** The absolute path of that folder; undefined where nobody has named one. */
export function statementsFolder(
  cwd: string,
  { statements }: OptionValues,
  settings: Pick<RunnerForge, 'statements'> | undefined,
): string | undefined {
  return typeof statements === 'string' ? resolve(cwd, statements) : settings?.statements
}
