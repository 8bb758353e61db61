import { printable } from '../../lib/finding/printable.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import { type Command, exitStatus } from '../terminal/command.ts'
import { installHook } from '../workspace/hook.ts'

export const hook: Command = {
  name: 'hook',
  summary: {
    zh: '在本机的克隆中安装提交前检查：tenantry fmt --check 和 tenantry validate',
    en: 'install the check before commits in this clone: `tenantry fmt --check` and `tenantry validate`',
  },
  arguments: [],
  options: [],
  examples: [
    { line: 'tenantry hook', summary: { zh: '安装或更新', en: 'install it, or bring it up to date' } },
  ],
  run: async context => {
    const path = installHook(context)
    const shown = printable(path)
    const told = { zh: `已写入 ${shown}\n`, en: `wrote ${shown}\n` }
    context.stdout(context.json ? jsonAnswer('files', { files: [path] }) : told[context.language])
    return exitStatus.clean
  },
}
