// Commands that do several things: each is an action, one file, and the command is made of them.
import { codes } from '../../lib/command-line/codes.ts'
import type { Text } from '../../lib/finding/finding.ts'
import {
  type ArgumentSpec,
  type Command,
  CommandError,
  type Context,
  type ExitStatus,
  type Invocation,
  type OptionSpec,
  type OptionValues,
} from './command.ts'
import { notAChoice, optionOf } from './command-line.ts'

/** One thing that a command does. */
export interface Action {
  readonly name: string
  readonly summary: Text
  /** What it takes after its name. */
  readonly arguments: readonly ArgumentSpec[]
  readonly options: readonly OptionSpec[]
  readonly examples: Command['examples']
  /** `arguments` are those after the action's name. */
  readonly run: (context: Context, invocation: Invocation) => Promise<ExitStatus>
}

export interface Acting {
  readonly name: string
  readonly summary: Text
  /** In the order of the help. */
  readonly actions: readonly Action[]
  /**
   * What the help says of all that actions take.
   * @default - none takes anything
   */
  readonly rest?: ArgumentSpec
}

export function actingCommand({ name, summary, actions, rest }: Acting): Command {
  const names = actions.map(action => action.name)
  return {
    name,
    summary,
    arguments: [
      { name: '<action>', summary: summaryOf(actions), choices: names },
      ...(rest === undefined ? [] : [rest]),
    ],
    options: optionsOf(actions),
    examples: actions.flatMap(({ examples }) => examples),
    run: async (context, { arguments: [named = '', ...given], options }) => {
      const action = actions.find(one => one.name === named)
      if (action === undefined) throw notAChoice('<action>', named, names)
      requireCount(name, action, given)
      requireOwn(name, action, actions, options)
      return await action.run(context, { arguments: given, options })
    },
  }
}

function summaryOf(actions: readonly Action[]): Text {
  const list = (language: 'zh' | 'en', separator: string) =>
    actions.map(({ name, summary }) => `${name} ${summary[language]}`).join(separator)
  return { zh: list('zh', '；'), en: list('en', '; ') }
}

/** Each flag once: two actions that take the same mean the same by it. */
function optionsOf(actions: readonly Action[]): readonly OptionSpec[] {
  return [
    ...new Map(actions.flatMap(({ options }) => options.map(spec => [spec.flags, spec] as const))).values(),
  ]
}

function requireCount(command: string, { name, arguments: wanted }: Action, given: readonly string[]): void {
  const missing = wanted.filter(spec => spec.name.startsWith('<'))[given.length]
  if (missing !== undefined) {
    throw new CommandError(codes.missingArgument.code, {
      zh: `${command} ${name} 缺少参数 ${missing.name}`,
      en: `${command} ${name} lacks the argument ${missing.name}`,
    })
  }
  const takesAny = wanted.at(-1)?.name.includes('...') === true
  if (takesAny || given.length <= wanted.length) return
  throw new CommandError(codes.tooManyArguments.code, {
    zh: `${command} ${name} 的参数过多`,
    en: `there are too many arguments for ${command} ${name}`,
  })
}

/** An option that another action takes would be passed over without a word. */
function requireOwn(
  command: string,
  { name, options: own }: Action,
  actions: readonly Action[],
  given: OptionValues,
): void {
  const taken = new Set(own.map(({ flags }) => flags))
  const foreign = optionsOf(actions).find(
    spec => !taken.has(spec.flags) && given[optionOf(spec, 'en').attributeName()] !== spec.default,
  )
  if (foreign === undefined) return
  const [flag = ''] = foreign.flags.split(' ')
  throw new CommandError(codes.unknownOption.code, {
    zh: `${command} ${name} 没有选项 ${flag}；用法见 tenantry ${command} --help`,
    en: `${command} ${name} takes no option ${flag}; see \`tenantry ${command} --help\``,
  })
}
