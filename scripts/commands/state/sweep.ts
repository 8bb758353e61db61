import type { Action } from '../../terminal/actions.ts'
import { dirtyOption } from '../../terminal/run-request.ts'

export const sweep: Action = {
  name: 'sweep',
  summary: {
    zh: '清除云上为已消失项目保留的配额、规格授权等；项目仍在或者其中还有资源的予以拒绝',
    en: 'have a cloud drop the quotas, accesses and the like that it keeps of projects that are gone; refused while one stands or holds anything',
  },
  arguments: [
    {
      name: '<zone>',
      summary: { zh: '分区，如 zone:internet', en: 'a zone, such as zone:internet' },
      complete: 'selector',
    },
    {
      name: '<project...>',
      summary: {
        zh: '项目标识，由 tenantry doctor 列出',
        en: 'ids of projects, as `tenantry doctor` lists them',
      },
    },
  ],
  options: [dirtyOption],
  examples: [
    {
      line: 'tenantry state sweep zone:internet 0b8fbd8bf1ad4f2c9d2cf9bd0f5e2b6a',
      summary: { zh: '项目被人绕过本工具删除之后', en: 'after somebody removed a project behind the tool' },
    },
  ],
  run: async (context, invocation) =>
    await (await import('../../terminal/run-state.ts')).swept(context, invocation),
}
