import { codes } from '../../lib/command-line/codes.ts'
import type { Text } from '../../lib/finding/finding.ts'
import { type Command, CommandError, type OptionSpec } from '../terminal/command.ts'
import { notAChoice } from '../terminal/command-line.ts'
import type { StateAction } from './state/action.ts'
import { stateActions } from './state/index.ts'

const names = stateActions.map(({ name }) => name)

export const state: Command = {
  name: 'state',
  summary: {
    zh: '查看和整理执行机所存的状态，以及云上已消失项目的残留',
    en: 'look at and put in order the state that this machine keeps, and what clouds keep of projects that are gone',
  },
  arguments: [
    { name: '<action>', summary: actionsIn(), choices: names },
    {
      name: '[arg...]',
      summary: { zh: '该操作的参数，见示例', en: 'what the action takes; see the examples' },
      complete: 'file',
    },
  ],
  options: optionsOf(stateActions),
  examples: stateActions.flatMap(({ examples }) => examples),
  run: async (context, { arguments: [name = '', ...rest], options }) => {
    const action = stateActions.find(action => action.name === name)
    if (action === undefined) throw notAChoice('<action>', name, names)
    requireCount(action, rest)
    return await action.run(context, { arguments: rest, options })
  },
}

function actionsIn(): Text {
  const list = (language: 'zh' | 'en', separator: string) =>
    stateActions.map(({ name, summary }) => `${name} ${summary[language]}`).join(separator)
  return { zh: list('zh', '；'), en: list('en', '; ') }
}

/** Each flag once: two actions that take the same mean the same by it. */
function optionsOf(actions: readonly StateAction[]): readonly OptionSpec[] {
  return [
    ...new Map(actions.flatMap(({ options }) => options.map(spec => [spec.flags, spec] as const))).values(),
  ]
}

function requireCount({ name, arguments: wanted }: StateAction, given: readonly string[]): void {
  const missing = wanted.filter(spec => spec.name.startsWith('<'))[given.length]
  if (missing !== undefined) {
    throw new CommandError(codes.missingArgument.code, {
      zh: `state ${name} 缺少参数 ${missing.name}`,
      en: `state ${name} lacks the argument ${missing.name}`,
    })
  }
  const takesAny = wanted.at(-1)?.name.includes('...') === true
  if (takesAny || given.length <= wanted.length) return
  throw new CommandError(codes.tooManyArguments.code, {
    zh: `state ${name} 的参数过多`,
    en: `there are too many arguments for state ${name}`,
  })
}
