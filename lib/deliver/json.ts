// Answers of OpenStack and output of terraform are data of others: they are read by these, never cast.
import { isRecord } from '../model/record.ts'

export { isRecord }

/** The value that a path leads to, or undefined where it leads nowhere. */
export function valueAt(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((node, step) => {
    if (Array.isArray(node)) return typeof step === 'number' ? node[step] : undefined
    return isRecord(node) && Object.hasOwn(node, step) ? node[step] : undefined
  }, value)
}

export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = valueAt(value, ...path)
  return typeof found === 'string' ? found : undefined
}

export function numberAt(value: unknown, ...path: readonly (string | number)[]): number | undefined {
  const found = valueAt(value, ...path)
  return typeof found === 'number' ? found : undefined
}

/** The list that a path leads to; empty where there is none. */
export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = valueAt(value, ...path)
  return Array.isArray(found) ? found : []
}
