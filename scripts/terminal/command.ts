import type { AnyFinding, Language, Text } from '../../lib/finding/finding.ts'
import { Refusal, type RefusalKind } from '../../lib/finding/refusal.ts'
import type { Heartbeat } from './heartbeat.ts'

/** What shell completion offers in a place. */
export type Completion =
  | 'code'
  | 'system'
  | 'selector'
  | 'form'
  | 'jurisdiction'
  | 'regulation'
  | 'file'
  | 'directory'
  | 'shell'

export interface OptionSpec {
  /** As commander writes it: `--at <date>`, `--json`, `-w, --watch`. */
  readonly flags: string
  readonly summary: Text
  readonly choices?: readonly string[]
  /** For its value, where `choices` does not list all. */
  readonly complete?: Completion
  readonly default?: string | boolean
}

export interface ArgumentSpec {
  /** As commander writes it: `<code>`, `[selector...]`. */
  readonly name: string
  readonly summary: Text
  readonly choices?: readonly string[]
  /** Where `choices` does not list all. */
  readonly complete?: Completion
}

/** Where a command stands: everything it may touch comes in here, so that tests can run it in-process. */
export interface Context {
  /** Absolute path of the data repository. */
  readonly root: string
  readonly language: Language
  readonly json: boolean
  /** Whether to colour: a terminal, and neither `--no-colour` nor `NO_COLOR`. */
  readonly colour: boolean
  /** Whether a person watches the output on a terminal. */
  readonly interactive: boolean
  /** Whether lines written to it may be drawn again: a person watches, and the terminal says how wide it is. */
  readonly redraws: boolean
  /** Columns of the terminal; 80 where there is none. */
  readonly columns: number
  /** Absolute path of the directory the command was called in. */
  readonly cwd: string
  /** Where results of unchanged files are kept, outside the repository; undefined with `--no-cache`. Safe to delete at any time. */
  readonly cacheDirectory: string | undefined
  /** Holds the key that they are sealed with. */
  readonly cacheKeyFile: string | undefined
  /** Absolute path of the state home, where `--state-dir` names one. */
  readonly stateDirectory: string | undefined
  /** The ref of the evidence, or the absolute path of its folder, where `--evidence` names one. */
  readonly evidence: string | undefined
  /** Absolute path of the runner's settings, where `--runner` names them. */
  readonly runnerFile: string | undefined
  /**
   * Aborted on SIGINT and SIGTERM. For commands that can stop in order, leaving nothing half written: once asked for, the
   * first signal no longer ends the process.
   */
  readonly signal: () => AbortSignal
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  /** Tells on standard error what long waits are for, wherever nothing else is written. */
  readonly heart: Heartbeat
  /** Today in the jurisdictions' time zone (Asia/Shanghai), `YYYY-MM-DD`; `--at` overrides it. */
  readonly today: string
  /** Today, whatever `--at` says: nothing may be dated after it. */
  readonly actualToday: string
  /** Now, an ISO 8601 instant in UTC. */
  readonly clock: () => string
}

export type OptionValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

export interface Invocation {
  readonly arguments: readonly string[]
  readonly options: OptionValues
}

/**
 * Clean, findings, usage, environment; and a status of its own for a failure of the tool itself. Where a plan was asked
 * for it, 2 says that there are changes, as it does of terraform.
 */
export const exitStatus = {
  clean: 0,
  findings: 1,
  usage: 2,
  changes: 2,
  environment: 3,
  internal: 70,
} as const

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus]

export interface Command {
  readonly name: string
  readonly summary: Text
  readonly arguments: readonly ArgumentSpec[]
  readonly options: readonly OptionSpec[]
  /** Command lines with what each does; every one is run by a test. */
  readonly examples: readonly { readonly line: string; readonly summary: Text }[]
  readonly run: (context: Context, invocation: Invocation) => Promise<ExitStatus>
}

/** What a refusal ends the process with: one coded line, never a stack trace. */
export const refusalStatus = {
  usage: exitStatus.usage,
  environment: exitStatus.environment,
  findings: exitStatus.findings,
} as const satisfies Readonly<Record<RefusalKind, ExitStatus>>

type RefusalStatus = (typeof refusalStatus)[RefusalKind]

const kinds: Readonly<Record<RefusalStatus, RefusalKind>> = { 1: 'findings', 2: 'usage', 3: 'environment' }

/** What a command itself refuses: nothing but a `Refusal` whose place is the command line. */
export class CommandError extends Refusal {
  constructor(code: string, message: Text, status: RefusalStatus = exitStatus.usage) {
    super({ code, severity: 'error', message, machine: 'tenantry', related: [] }, kinds[status])
  }
}

/** The exit status that a list of findings asks for: errors fail, warnings and notes do not. */
export function statusOf(findings: readonly AnyFinding[]): ExitStatus {
  return findings.some(item => item.severity === 'error') ? exitStatus.findings : exitStatus.clean
}
