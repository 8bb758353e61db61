import type { Text } from '../../../lib/finding/finding.ts'
import type { Command, Context, ExitStatus, Invocation, OptionSpec } from '../../terminal/command.ts'

/** One thing that `tenantry approve` does, one file. */
export interface ApproveAction {
  readonly name: string
  readonly summary: Text
  readonly options: readonly OptionSpec[]
  readonly examples: Command['examples']
  readonly run: (context: Context, invocation: Invocation) => Promise<ExitStatus>
}
