import type { Action } from '../../terminal/actions.ts'
import { dirtyOption } from '../../terminal/run-request.ts'

export const forget: Action = {
  name: 'forget',
  summary: {
    zh: '把云上已不存在的资源移出状态；仍在云上的予以拒绝',
    en: 'take out of the state what the cloud no longer has; refused for what still stands there',
  },
  arguments: [
    {
      name: '<stack>',
      summary: { zh: '栈名', en: 'the name of a stack' },
      complete: 'selector',
    },
    {
      name: '<address...>',
      summary: {
        zh: '资源地址，如 openstack_identity_project_v3.project；依附于它而不能单独查询的一并移除',
        en: 'addresses of resources, such as openstack_identity_project_v3.project; what was only set on them goes as well',
      },
    },
  ],
  options: [
    {
      flags: '--gone <reason>',
      summary: {
        zh: '云上同类资源一个也看不到时，确认其确已删除的理由',
        en: 'where the cloud shows nothing of the service at all: why it is certain that the resource is gone',
      },
    },
    dirtyOption,
  ],
  examples: [
    {
      line: 'tenantry state forget system_extranet_ningwu_jiaoyuju_xueji-guanli openstack_identity_project_v3.project',
      summary: { zh: '项目被人在云上删除之后', en: 'after somebody removed the project in the cloud' },
    },
  ],
  run: async (context, invocation) =>
    await (await import('../../terminal/run-state.ts')).forgotten(context, invocation),
}
