import { printable } from '../../../lib/finding/printable.ts'
import { jsonAnswer } from '../../../lib/output/index.ts'
import type { Action } from '../../terminal/actions.ts'
import { exitStatus } from '../../terminal/command.ts'
import { workspaceIn } from '../../workspace/delivery-files.ts'
import { migrationOf } from '../../workspace/migrate-state.ts'
import { requireRepository } from '../../workspace/repository.ts'
import { takeRunLock } from '../../workspace/run-lock.ts'
import { stateHomeOf } from '../../workspace/state-home.ts'

export const migrate: Action = {
  name: 'migrate',
  summary: {
    zh: '把旧版存放在数据仓库 .tenantry/ 中的状态搬到状态目录；可随时中断，再次运行即继续',
    en: 'move the state that older versions kept in .tenantry/ to the state home; may be broken off, and goes on when run again',
  },
  arguments: [],
  options: [],
  examples: [
    {
      line: 'tenantry state migrate',
      summary: { zh: '升级之后运行一次', en: 'once, after the tool was upgraded' },
    },
  ],
  run: async context => {
    requireRepository(context)
    const workspace = workspaceIn(stateHomeOf(context), context.root)
    const release = takeRunLock(workspace)
    try {
      const steps = migrationOf(context, workspace)
      for (const step of steps) step.run()
      const [moved, home] = [steps.length - 1, printable(workspace.directory)]
      const said = {
        zh: `已搬迁 ${moved} 个文件至 ${home}`,
        en: `moved ${moved} files to ${home}`,
      }
      context.stdout(
        context.json
          ? jsonAnswer('state-home', { home: workspace.directory, moved })
          : `${said[context.language]}\n`,
      )
      return exitStatus.clean
    } finally {
      release()
    }
  },
}
