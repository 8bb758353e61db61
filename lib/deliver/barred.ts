import type { CodeDefinition } from '../finding/finding.ts'
import { type Failure, failureOf } from './run.ts'
import { type CloudThing, thingLine } from './thing.ts'

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
