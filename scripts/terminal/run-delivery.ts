import { codes } from '../../lib/deliver/codes.ts'
import type { CodeDefinition } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { type Delivery, withDelivery } from '../terraform/delivery.ts'
import type { Context, ExitStatus } from './command.ts'
import { refused } from './report.ts'

interface Options {
  readonly dirty?: unknown
  readonly strict?: boolean
}

/** Does something with what is to be delivered, and says aloud where that is not what a person may take it for. */
export async function deliver(
  context: Context,
  { dirty, strict = true }: Options,
  work: (delivery: Delivery) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  const options = { dirty: dirty === true, strict }
  return await withDelivery(context, options, async ({ delivery, leftOut, ...found }) => {
    if (delivery === undefined) return refused(context, found)
    if (options.dirty) say(context, codes.dirtyDelivery)
    if (leftOut.length > 0) say(context, codes.leftOutOfCommit, leftOut)
    return await work(delivery)
  })
}

const words = {
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'note' },
  error: { zh: '错误', en: 'error' },
} as const

const shownFiles = 3

/** On standard error: what a program reads is on the other, and has it in the record. */
function say(
  { language, stderr }: Context,
  { code, severity, title, why }: CodeDefinition,
  files: readonly string[] = [],
): void {
  const shown = files.slice(0, shownFiles).map(printable).join(', ')
  const more = files.length > shownFiles ? ` … (${files.length})` : ''
  const list = files.length === 0 ? '' : { zh: `：${shown}${more}`, en: `: ${shown}${more}` }[language]
  stderr(`${words[severity][language]} ${code}: ${title[language]}${list}\n    → ${why[language]}\n`)
}
