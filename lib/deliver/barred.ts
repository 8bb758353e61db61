import type { CodeDefinition } from '../finding/finding.ts'
import { printable } from '../finding/printable.ts'
import { type Failure, failureOf } from './run.ts'

/** One object in a stack's way, or one that the stack was about to lose. */
export interface CloudThing {
  readonly kind: string
  readonly id: string
  readonly name: string
  /** The id of the project or domain that it lies in. */
  readonly owner?: string
  /** The resource that it is, or stands in the way of. */
  readonly address?: string
  /** What else has to be said of it, such as a limit and what is in use. */
  readonly note?: string
}

/**
 * Why a stack is not begun: one line for each object, and the command that gets further, where there is one.
 * @param things at least one.
 */
export function barred(
  definition: CodeDefinition,
  stack: string,
  things: readonly CloudThing[],
  command?: string,
): Failure {
  const said = things.map(thing => ({
    severity: 'error' as const,
    summary: thingLine(thing),
    detail: '',
    ...(thing.address === undefined ? {} : { address: thing.address }),
  }))
  const address = things.find(thing => thing.address !== undefined)?.address
  const failure = failureOf(definition, { stack, ...(address === undefined ? {} : { address }) }, said)
  if (command === undefined) return failure
  const { zh, en } = definition.why
  return { ...failure, fix: { message: { zh: `${zh}（${command}）`, en: `${en} (${command})` } } }
}

/** `network wangluo (7f1c…), in 9a2e…: note` */
export function thingLine({ kind, id, name, owner, note }: CloudThing): string {
  const called = name === '' ? '' : ` ${printable(name)}`
  const place = owner === undefined ? '' : `, in ${printable(owner)}`
  return `${kind}${called} (${printable(id)})${place}${note === undefined ? '' : `: ${printable(note)}`}`
}
