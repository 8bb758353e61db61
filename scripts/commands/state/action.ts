import type { Text } from '../../../lib/finding/finding.ts'
import type {
  ArgumentSpec,
  Command,
  Context,
  ExitStatus,
  Invocation,
  OptionSpec,
} from '../../terminal/command.ts'

/** One thing that `tenantry state` does, one file. */
export interface StateAction {
  readonly name: string
  readonly summary: Text
  /** What it takes after its name. */
  readonly arguments: readonly ArgumentSpec[]
  readonly options: readonly OptionSpec[]
  readonly examples: Command['examples']
  /** `arguments` are those after the action's name. */
  readonly run: (context: Context, invocation: Invocation) => Promise<ExitStatus>
}
