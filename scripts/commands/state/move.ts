import { resolve } from 'node:path'
import { printable } from '../../../lib/finding/printable.ts'
import { jsonAnswer } from '../../../lib/output/index.ts'
import type { Action } from '../../terminal/actions.ts'
import { exitStatus } from '../../terminal/command.ts'
import { moveHome } from '../../workspace/move-home.ts'
import { requireRepository } from '../../workspace/repository.ts'

export const move: Action = {
  name: 'move',
  summary: {
    zh: '数据仓库移动过位置：把原位置的状态目录归到现在的位置',
    en: 'the repository lies in another place now: give it the state home of the former place',
  },
  arguments: [
    {
      name: '<path>',
      summary: { zh: '数据仓库原来的路径', en: 'the former path of the data repository' },
      complete: 'directory',
    },
  ],
  options: [],
  examples: [
    {
      line: 'tenantry state move /srv/city-cloud',
      summary: { zh: '原先在 /srv/city-cloud', en: 'it was in /srv/city-cloud before' },
    },
  ],
  run: async (context, { arguments: [former = ''] }) => {
    requireRepository(context)
    const home = moveHome(context, resolve(context.cwd, former))
    const said = {
      zh: `状态目录 ${printable(home)} 现归 ${printable(context.root)}`,
      en: `the state home ${printable(home)} is that of ${printable(context.root)} now`,
    }
    context.stdout(context.json ? jsonAnswer('state-home', { home }) : `${said[context.language]}\n`)
    return exitStatus.clean
  },
}
