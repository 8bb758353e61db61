import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ArgumentSpec, Command, Context, OptionSpec } from './command.ts'
import { globalOptions } from './global-options.ts'

/** What may stand in a place of the command line, with a word about it. */
export interface Candidate {
  readonly word: string
  readonly about: string
}

/**
 * What may stand in place of the last of `words`, which is the part of it typed so far. Nothing where only the shell
 * knows, as for files.
 */
export async function candidatesFor(
  words: readonly string[],
  commands: readonly Command[],
  context: Context,
): Promise<Candidate[]> {
  const typed = words.at(-1) ?? ''
  const before = words.slice(0, -1)
  const all = await possible(before, typed, commands, context)
  return all.filter(({ word }) => word.startsWith(typed))
}

async function possible(
  before: readonly string[],
  typed: string,
  commands: readonly Command[],
  context: Context,
): Promise<readonly Candidate[]> {
  const command = commands.find(({ name }) => name === operandsOf(before, globalOptions)[0])
  const options = [...(command?.options ?? []), ...globalOptions]
  const pending = options.find(option => takesValue(option) && flagsOf(option).includes(before.at(-1) ?? ''))
  if (pending !== undefined) return (pending.choices ?? []).map(word => ({ word, about: '' }))
  if (typed.startsWith('-')) return options.flatMap(option => flagCandidates(option, context))
  if (command === undefined)
    return commands.map(({ name, summary }) => ({ word: name, about: summary[context.language] }))
  const place = operandsOf(before, options).length - 1
  return await argumentCandidates(argumentAt(command, place), context)
}

/** The words that are neither options nor their values. */
function operandsOf(words: readonly string[], options: readonly OptionSpec[]): string[] {
  const valued = new Set(options.filter(takesValue).flatMap(flagsOf))
  return words.filter((word, index) => !word.startsWith('-') && !valued.has(words[index - 1] ?? ''))
}

function takesValue(option: OptionSpec): boolean {
  return /[<[]/.test(option.flags)
}

function flagsOf(option: OptionSpec): string[] {
  return option.flags.match(/(?<![\w-])--?[a-z][a-z-]*/gi) ?? []
}

function flagCandidates(option: OptionSpec, { language }: Context): Candidate[] {
  return flagsOf(option)
    .filter(flag => flag.startsWith('--'))
    .map(word => ({ word, about: option.summary[language] }))
}

/** A variadic argument takes every place from its own on. */
function argumentAt(command: Command, place: number): ArgumentSpec | undefined {
  const last = command.arguments.at(-1)
  return command.arguments[place] ?? (last?.name.includes('...') === true ? last : undefined)
}

type Source = (context: Context) => Candidate[] | Promise<Candidate[]>

const sources: Readonly<Record<NonNullable<ArgumentSpec['complete']>, Source>> = {
  code: async ({ language }) =>
    (await import('../lib/codes.ts')).codeDefinitions.map(({ code, title }) => ({
      word: code,
      about: title[language],
    })),
  system: ({ root }) => addressesIn(join(root, 'tenants')),
  shell: () => ['bash', 'zsh', 'fish'].map(word => ({ word, about: '' })),
  file: () => [],
  directory: () => [],
}

async function argumentCandidates(
  argument: ArgumentSpec | undefined,
  context: Context,
): Promise<Candidate[]> {
  return argument?.complete === undefined ? [] : await sources[argument.complete](context)
}

/** Read off the directory names: at a key press there is no time to read ten thousand manifests. */
function addressesIn(tenants: string): Candidate[] {
  return slugsIn(tenants).flatMap(jurisdiction =>
    slugsIn(join(tenants, jurisdiction)).flatMap(unit => {
      const address = `${jurisdiction}/${unit}`
      const files = slugsIn(join(tenants, address), '.yaml').filter(system => system !== 'unit')
      return [address, ...files.map(system => `${address}/${system}`)].map(word => ({ word, about: '' }))
    }),
  )
}

/** Names of another form are no addresses, and could be anything. */
function slugsIn(directory: string, suffix = ''): string[] {
  const names = namesIn(directory).filter(name => name.endsWith(suffix))
  return names
    .map(name => name.slice(0, name.length - suffix.length))
    .filter(name => /^[a-z][a-z0-9-]*$/.test(name))
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory).sort()
  } catch {
    return []
  }
}
