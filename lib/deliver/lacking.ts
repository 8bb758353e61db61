import {
  type CloudPlace,
  type CodeDefinition,
  finding,
  type MachinePlace,
  type Text,
} from '../finding/finding.ts'
import { Refusal } from '../finding/refusal.ts'

/** What the machine or a cloud lacks for a run, with the code's own advice. */
export function lacking(
  definition: CodeDefinition,
  at: MachinePlace | CloudPlace,
  message: Text,
  cause?: unknown,
): Refusal {
  return new Refusal(
    finding(definition, at, { message, fix: { message: definition.why } }),
    'environment',
    cause,
  )
}
