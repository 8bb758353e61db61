import { resolve } from 'node:path'
import { type Candidate, sources } from './candidate-sources.ts'
import type { ArgumentSpec, Command, Context, OptionSpec } from './command.ts'
import { globalOptions } from './global-options.ts'

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
  const all = await possible(before, typed, commands, { ...context, root: rootIn(before, context) })
  return all.filter(({ word }) => word.startsWith(typed))
}

/** The line being typed may be about another repository than the one around the current directory. */
function rootIn(words: readonly string[], { root, cwd }: Context): string {
  const joined = words.findLast(word => word.startsWith('--root='))?.slice('--root='.length)
  const named = joined ?? words[words.lastIndexOf('--root') + 1 || words.length]
  return named === undefined ? root : resolve(cwd, named)
}

async function possible(
  before: readonly string[],
  typed: string,
  commands: readonly Command[],
  context: Context,
): Promise<readonly Candidate[]> {
  const command = commands.find(({ name }) => name === operandsOf(before, globalOptions)[0])
  const options = [...(command?.options ?? []), ...globalOptions]
  const pending = valued(options, before.at(-1))
  if (pending !== undefined) return await wordsFor(pending, typed, context)
  const [, flag, value = ''] = /^(--[a-z-]+)=(.*)$/s.exec(typed) ?? []
  const joined = valued(options, flag)
  if (joined !== undefined)
    return (await wordsFor(joined, value, context)).map(({ word, about }) => ({
      word: `${flag}=${word}`,
      about,
    }))
  if (typed.startsWith('-')) return options.flatMap(option => flagCandidates(option, context))
  if (command === undefined)
    return commands.map(({ name, summary }) => ({ word: name, about: summary[context.language] }))
  const place = operandsOf(before, options).length - 1
  return await wordsFor(argumentAt(command, place), typed, context)
}

function valued(options: readonly OptionSpec[], flag: string | undefined): OptionSpec | undefined {
  return options.find(option => takesValue(option) && flag !== undefined && flagsOf(option).includes(flag))
}

async function wordsFor(
  place: Pick<ArgumentSpec, 'choices' | 'complete'> | undefined,
  typed: string,
  context: Context,
): Promise<readonly Candidate[]> {
  if (place?.choices !== undefined) return place.choices.map(word => ({ word, about: '' }))
  return place?.complete === undefined ? [] : await sources[place.complete](context, typed)
}

/** The words that are neither options nor their values. */
function operandsOf(words: readonly string[], options: readonly OptionSpec[]): string[] {
  const flags = new Set(options.filter(takesValue).flatMap(flagsOf))
  return words.filter((word, index) => !word.startsWith('-') && !flags.has(words[index - 1] ?? ''))
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
