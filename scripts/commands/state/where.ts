import { printable } from '../../../lib/finding/printable.ts'
import { jsonAnswer } from '../../../lib/output/index.ts'
import type { Action } from '../../terminal/actions.ts'
import { exitStatus } from '../../terminal/command.ts'
import { homePath, ownerOf } from '../../workspace/state-home.ts'

/** Looks, and refuses nothing: who asks may want to know why another command does. */
export const where: Action = {
  name: 'where',
  summary: {
    zh: '显示状态目录及其归属',
    en: 'show the state home, and whose it is',
  },
  arguments: [],
  options: [],
  examples: [
    { line: 'tenantry state where', summary: { zh: '状态存放在哪里', en: 'where the state is kept' } },
  ],
  run: async context => {
    const home = homePath(context, context.root)
    const owner = ownerOf(home)
    const whose = { zh: `归属：${printable(owner ?? '尚无')}`, en: `of: ${printable(owner ?? 'nobody yet')}` }
    context.stdout(
      context.json
        ? jsonAnswer('state-home', { home, repository: owner ?? null })
        : `${printable(home)}\n${whose[context.language]}\n`,
    )
    return exitStatus.clean
  },
}
