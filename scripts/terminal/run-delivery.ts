import { codes } from '../../lib/deliver/codes.ts'
import type { CodeDefinition } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { type Delivery, type LoadedDelivery, withDelivery } from '../terraform/delivery.ts'
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
  const beat = context.heart.work(atWork)
  const deliver = async ({ delivery, leftOut, ...found }: LoadedDelivery): Promise<ExitStatus> => {
    if (delivery === undefined) return refused(context, found)
    if (options.dirty) sayAloud(context, codes.dirtyDelivery)
    if (leftOut.length > 0) sayAloud(context, codes.leftOutOfCommit, leftOut)
    return await work(delivery)
  }
  try {
    return await withDelivery(context, options, deliver)
  } finally {
    beat.end()
  }
}

const atWork = { zh: '执行中', en: 'at work' } as const

const words = {
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'note' },
  error: { zh: '错误', en: 'error' },
} as const

const mostShown = 3

/**
 * Says what a person has to know before a run. On standard error: what a program reads is on the other, and has it in the
 * record.
 */
export function sayAloud(
  { language, stderr }: Context,
  { code, severity, title, why }: CodeDefinition,
  about: readonly string[] = [],
): void {
  const shown = about.slice(0, mostShown).map(printable).join(', ')
  const more = about.length > mostShown ? ` … (${about.length})` : ''
  const list = about.length === 0 ? '' : { zh: `：${shown}${more}`, en: `: ${shown}${more}` }[language]
  stderr(`${words[severity][language]} ${code}: ${title[language]}${list}\n    → ${why[language]}\n`)
}
