import { createHash } from 'node:crypto'
import type { IsolationModel } from '../isolation/model.ts'

/**
 * sha256 of a model, in hex, whatever the order of what is in it: clouds list their objects in any. Element by element, so
 * that a large model is never one text.
 */
export function modelDigest(model: IsolationModel): string {
  const whole = createHash('sha256')
  const kinds = Object.entries(model).sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [kind, elements] of kinds) {
    const digests = elements.map((element: unknown) => digestOf(JSON.stringify(element, plain))).sort()
    whole.update(`${kind} ${digests.length}\n${digests.join('\n')}\n`)
  }
  return whole.digest('hex')
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}

/** Addresses are numbers that JSON has no room for. */
function plain(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value
}
