import { type CodeDefinition, finding, type Text } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'

/** Why a forge does not serve, with the code's own advice. */
export function forgeRefusal(
  definition: CodeDefinition,
  address: string,
  detail: string,
  cause?: unknown,
): Refusal {
  const shown = printable(detail)
  const { title, why } = definition
  const message: Text = { zh: `${title.zh}：${shown}`, en: `${title.en}: ${shown}` }
  return new Refusal(
    finding(definition, { machine: address }, { message, fix: { message: why } }),
    'environment',
    cause,
  )
}
