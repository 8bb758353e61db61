import type { Action } from '../../terminal/actions.ts'
import { dirtyOption } from '../../terminal/run-request.ts'

export const adopt: Action = {
  name: 'adopt',
  summary: {
    zh: '把云上属于一个栈而状态中没有的资源登记到状态，不作其他改变；从不登记他人的资源',
    en: 'write into the state of a stack what stands of it in the cloud, and change nothing else; never what is of somebody else',
  },
  arguments: [
    {
      name: '<stack>',
      summary: { zh: '栈名', en: 'the name of a stack' },
      complete: 'selector',
    },
  ],
  options: [dirtyOption],
  examples: [
    {
      line: 'tenantry state adopt system_extranet_ningwu_jiaoyuju_xueji-guanli',
      summary: { zh: '状态丢失后登记一个系统', en: 'one system, after its state was lost' },
    },
  ],
  run: async (context, invocation) =>
    await (await import('../../terminal/run-state.ts')).adopted(context, invocation),
}
