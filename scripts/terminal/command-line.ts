// Commands are data; this is the only place that knows commander.
import { Argument, Command as Commander, CommanderError, Option } from 'commander'
import { codes } from '../../lib/command-line/codes.ts'
import { closest } from '../../lib/finding/closest.ts'
import type { Language } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { type Command, CommandError, type Invocation, type OptionSpec, type OptionValues } from './command.ts'
import { globalOptions } from './global-options.ts'

/** What stands on the command line before anything is known of the command. */
export interface GlobalInvocation {
  readonly options: OptionValues
  readonly command: string | undefined
  /** All that the global options have not taken, the command's name left out. */
  readonly rest: readonly string[]
}

/** Takes the global options from wherever they stand. Throws a `CommandError`. */
export function parseGlobals(argv: readonly string[]): GlobalInvocation {
  const end = argv.indexOf('--')
  const head = end === -1 ? argv : argv.slice(0, end)
  const program = bare('tenantry')
  for (const option of globalOptions) program.addOption(optionOf(option, 'en'))
  const { operands, unknown } = translated(program, globalOptions, () => program.parseOptions([...head]))
  const [command, ...operandsAfter] = operands
  if (command === undefined && unknown[0] !== undefined)
    throw unknownOption(unknown[0], globalOptions, 'tenantry --help')
  const tail = end === -1 ? [] : argv.slice(end)
  return { options: program.opts(), command, rest: [...operandsAfter, ...unknown, ...tail] }
}

/** The value of `--lang`, before anything is parsed: mistakes on the command line are told in that language too. */
export function languageArgument(argv: readonly string[]): string | undefined {
  const joined = argv.findLast(argument => argument.startsWith('--lang='))
  return joined?.slice('--lang='.length) ?? argv[argv.indexOf('--lang') + 1 || argv.length]
}

/** Reads a command's own arguments and options. Throws a `CommandError`. */
export function parseInvocation(command: Command, rest: readonly string[]): Invocation {
  const parser = commanderOf(command, 'en')
  translated(parser, [...command.options, ...globalOptions], () => parser.parse([...rest], { from: 'user' }))
  return { arguments: parser.args, options: parser.opts() }
}

/** A command in commander's terms, for parsing and for its help. */
export function commanderOf(command: Command, language: Language): Commander {
  const commander = bare(command.name).description(command.summary[language])
  for (const argument of command.arguments)
    commander.addArgument(new Argument(argument.name, argument.summary[language]))
  for (const option of command.options) commander.addOption(optionOf(option, language))
  return commander
}

export function optionOf(spec: OptionSpec, language: Language): Option {
  const option = new Option(spec.flags, spec.summary[language])
  if (spec.default !== undefined) option.default(spec.default)
  const { choices } = spec
  if (choices === undefined) return option
  return option.choices(choices).argParser<string | readonly string[]>((value, previous) => {
    if (!choices.includes(value)) throw notAChoice(spec.flags, value, choices)
    return option.variadic && Array.isArray(previous)
      ? [...previous, value]
      : option.variadic
        ? [value]
        : value
  })
}

/** A commander that neither prints nor exits, and knows no help of its own. */
export function bare(name: string): Commander {
  const commander = new Commander(name)
  return commander
    .helpOption(false)
    .helpCommand(false)
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
    .configureOutput({ writeErr: () => {}, writeOut: () => {} })
    .exitOverride()
}

/** Runs a parse and says commander's complaints in the tool's own words and both languages. */
function translated<T>(commander: Commander, options: readonly OptionSpec[], parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    throw usageError(error, commander, options)
  }
}

function usageError(
  error: CommanderError,
  commander: Commander,
  options: readonly OptionSpec[],
): CommandError {
  const quoted = printable(/'(.*)'/s.exec(error.message)?.[1] ?? '')
  const help = `tenantry ${commander.name()} --help`.replace('tenantry tenantry', 'tenantry')
  const complaint = complaints[error.code]
  // A complaint that this table does not know would be a new one of commander's: its own words are better than none.
  if (complaint === undefined) return commandError('notAChoice', error.message, error.message)
  return complaint({ quoted, help, options, given: commander.args.map(printable).join(' ') })
}

interface Circumstances {
  readonly quoted: string
  /** The command line that shows the help in question. */
  readonly help: string
  readonly options: readonly OptionSpec[]
  readonly given: string
}

const complaints: Readonly<Record<string, (about: Circumstances) => CommandError>> = {
  'commander.unknownOption': ({ quoted, help, options }) => unknownOption(quoted, options, help),
  'commander.missingArgument': ({ quoted, help }) =>
    commandError(
      'missingArgument',
      `缺少参数 <${quoted}>；用法见 ${help}`,
      `the argument <${quoted}> is missing; see \`${help}\``,
    ),
  'commander.optionMissingArgument': ({ quoted }) =>
    commandError('missingValue', `选项 ${quoted} 缺少取值`, `the option ${quoted} lacks its value`),
  'commander.excessArguments': ({ given, help }) =>
    commandError(
      'tooManyArguments',
      `参数过多：${given}；用法见 ${help}`,
      `there are too many arguments: ${given}; see \`${help}\``,
    ),
}

function unknownOption(flag: string, options: readonly OptionSpec[], help: string): CommandError {
  const known = options.flatMap(option => /--[a-z-]+/.exec(option.flags)?.[0] ?? [])
  return unknownWord(
    'unknownOption',
    '选项',
    'option',
    printable(flag),
    closest(flag.replace(/=.*/s, ''), known),
    help,
  )
}

export function unknownCommand(name: string, known: readonly string[]): CommandError {
  return unknownWord(
    'unknownCommand',
    '命令',
    'command',
    printable(name),
    closest(name, known),
    'tenantry --help',
  )
}

function unknownWord(
  code: 'unknownCommand' | 'unknownOption',
  kindZh: string,
  kindEn: string,
  word: string,
  meant: string | undefined,
  help: string,
): CommandError {
  return commandError(
    code,
    `没有${kindZh} ${word}；${meant === undefined ? `请看 ${help}` : `是否为 ${meant}？`}`,
    `there is no ${kindEn} ${word}; ${meant === undefined ? `see \`${help}\`` : `did you mean ${meant}?`}`,
  )
}

export function notAChoice(flags: string, value: string, choices: readonly string[]): CommandError {
  const meant = closest(value, choices)
  const list = choices.join(', ')
  const hint =
    meant === undefined ? { zh: '', en: '' } : { zh: `；是否为 ${meant}？`, en: `; did you mean ${meant}?` }
  return commandError(
    'notAChoice',
    `${flags} 不接受 ${printable(value)}；可选：${list}${hint.zh}`,
    `${flags} does not take ${printable(value)}; choose of ${list}${hint.en}`,
  )
}

function commandError(code: keyof typeof codes, zh: string, en: string): CommandError {
  return new CommandError(codes[code].code, { zh, en })
}
