import { actingCommand } from '../terminal/actions.ts'
import { stateActions } from './state/index.ts'

export const state = actingCommand({
  name: 'state',
  summary: {
    zh: '查看和整理执行机所存的状态，以及云上已消失项目的残留',
    en: 'look at and put in order the state that this machine keeps, and what clouds keep of projects that are gone',
  },
  actions: stateActions,
  rest: {
    name: '[arg...]',
    summary: { zh: '该操作的参数，见示例', en: 'what the action takes; see the examples' },
    complete: 'file',
  },
})
