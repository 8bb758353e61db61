// Questions on a terminal. Everything that is asked can be given by an option, so that nothing needs a terminal.

import type { Readable, Writable } from 'node:stream'
import * as clack from '@clack/prompts'
import { codes } from '../../lib/command-line/codes.ts'
import { CommandError } from './command.ts'

/** What a terminal is, for a question: standard input and output unless a test brings its own. */
export interface Terminal {
  readonly input?: Readable
  readonly output?: Writable
}

export interface Choice {
  readonly value: string
  readonly label: string
}

export interface Asker {
  /** `accept` says what is wrong with an answer, or nothing. */
  readonly text: (
    message: string,
    options?: {
      readonly placeholder?: string
      readonly accept?: (text: string) => string | undefined
      readonly optional?: true
    },
  ) => Promise<string>
  readonly choice: (message: string, choices: readonly Choice[]) => Promise<string>
  readonly several: (message: string, choices: readonly Choice[]) => Promise<readonly string[]>
  readonly yes: (message: string) => Promise<boolean>
}

export function askerOn(terminal: Terminal, required: string): Asker {
  return {
    text: async (message, { placeholder, accept, optional } = {}) =>
      answered(
        await clack.text({
          ...terminal,
          message,
          ...(placeholder === undefined ? {} : { placeholder }),
          validate: (value = '') => {
            if (value.trim() === '') return optional === true ? undefined : required
            return accept?.(value.trim())
          },
        }),
      ).trim(),
    choice: async (message, choices) =>
      answered(await clack.select({ ...terminal, message, options: choices.map(choice => ({ ...choice })) })),
    several: async (message, choices) =>
      answered(
        await clack.multiselect({
          ...terminal,
          message,
          options: choices.map(choice => ({ ...choice })),
          required: true,
        }),
      ),
    yes: async message => answered(await clack.confirm({ ...terminal, message })),
  }
}

/** Ctrl-C and Esc end the whole command: nothing has been written yet. */
function answered<Value>(answer: Value): Exclude<Value, symbol> {
  if (isAnswer(answer)) return answer
  const { code, title, why } = codes.cancelled
  throw new CommandError(code, { zh: `${title.zh}；${why.zh}`, en: `${title.en}; ${why.en}` })
}

/** The library's own guard leaves its symbol in the type. */
function isAnswer<Value>(answer: Value): answer is Exclude<Value, symbol> {
  return !clack.isCancel(answer)
}
