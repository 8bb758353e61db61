// argv → context and command → exit status. Everything that a command may touch comes in through the host.
import { setFlagsFromString } from 'node:v8'
import { codes } from '../lib/command-line/codes.ts'
import type { Language } from '../lib/finding/finding.ts'
import { commands, loadCommands } from './commands/index.ts'
import { hangUp } from './openstack/hang-up.ts'
import { type Command, CommandError, type ExitStatus, exitStatus } from './terminal/command.ts'
import {
  type GlobalInvocation,
  languageArgument,
  parseGlobals,
  parseInvocation,
  unknownCommand,
} from './terminal/command-line.ts'
import { reportFailure } from './terminal/failure.ts'
import { contextOf, languageOf } from './terminal/global-options.ts'
import { type Host, processHost, widthOf } from './terminal/host.ts'
import { toolVersion } from './workspace/package-root.ts'

/** Called by the launcher. Sets the exit status, hangs up, and lets the process end by itself, so that all output gets out. */
export async function main(argv: readonly string[] = process.argv.slice(2)): Promise<void> {
  // Not only once the heap is several times what lives in it: a third less memory over ten thousand manifests.
  setFlagsFromString('--heap-growing-percent=20')
  // The library reads it for every stack, and fails on what is no JSON. No stack is to depend on it.
  delete process.env.CDKTF_CONTEXT_JSON
  const language = languageOf(languageArgument(argv), process.env)
  if (!hasDirectory()) return tellNoDirectory(argv, language)
  const host = processHost(error => {
    const status = reportFailure(error, {
      language,
      ...writersOf(host),
      json: false,
      debug: argv.includes('--debug'),
    })
    // What the command does must not end half way because nobody can read of it.
    process.once('exit', () => {
      process.exitCode = status
    })
  })
  process.exitCode = await run(argv, host)
  hangUp()
}

/** The system knows of none where it was removed while somebody stood in it. */
function hasDirectory(): boolean {
  try {
    return process.cwd() !== ''
  } catch {
    return false
  }
}

function tellNoDirectory(argv: readonly string[], language: Language): void {
  const { code, title, why } = codes.noDirectory
  const message = { zh: `${title.zh}；${why.zh}`, en: `${title.en}; ${why.en}` }
  process.exitCode = reportFailure(new CommandError(code, message, exitStatus.environment), {
    language,
    stdout: text => process.stdout.write(text),
    stderr: text => process.stderr.write(text),
    json: argv.includes('--json'),
    debug: false,
  })
}

/** Runs one command line in this process. Never throws. */
export async function run(argv: readonly string[], host: Host): Promise<ExitStatus> {
  const language = languageOf(languageArgument(argv), host.environment)
  try {
    return await runCommand(argv, language, host)
  } catch (error) {
    return reportFailure(error, {
      language,
      ...writersOf(host),
      json: argv.includes('--json'),
      debug: argv.includes('--debug'),
    })
  }
}

function writersOf({ stdout, stderr }: Host) {
  return { stdout: stdout.write, stderr: stderr.write }
}

async function runCommand(argv: readonly string[], language: Language, host: Host): Promise<ExitStatus> {
  const { options, command: name, rest } = asksForHelp(parseGlobals(argv))
  if (options.version === true) return say(host, `tenantry ${toolVersion()}\n`)
  if (name === undefined) return await showProgramHelp(options.help === true, language, host)
  const command = await commands.find(entry => entry.name === name)?.load()
  if (command === undefined) throw unknownCommand(name, names())
  if (options.help === true) return await showCommandHelp(command, language, host)
  return await command.run(contextOf(options, language, host), parseInvocation(command, rest))
}

/** `tenantry help [command]`, which many try first, is `tenantry [command] --help`. */
function asksForHelp(invocation: GlobalInvocation): GlobalInvocation {
  if (invocation.command !== 'help') return invocation
  const [command, ...rest] = invocation.rest
  return { options: { ...invocation.options, help: true }, command, rest }
}

function names(): string[] {
  return commands.map(entry => entry.name)
}

async function showProgramHelp(asked: boolean, language: Language, host: Host): Promise<ExitStatus> {
  const { programHelp } = await import('./terminal/help.ts')
  const all = await loadCommands()
  const text = programHelp(all, language, widthOf(host.stdout))
  if (asked) return say(host, text)
  host.stderr.write(text)
  return exitStatus.usage
}

async function showCommandHelp(command: Command, language: Language, host: Host): Promise<ExitStatus> {
  const { commandHelp } = await import('./terminal/help.ts')
  return say(host, commandHelp(command, language, widthOf(host.stdout)))
}

function say(host: Host, text: string): ExitStatus {
  host.stdout.write(text)
  return exitStatus.clean
}
