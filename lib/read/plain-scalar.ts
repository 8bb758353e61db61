// What a text without quotes means, where every reader of YAML 1.2 agrees on it.

const words: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'True', 'TRUE'].map(word => [word, true] as const),
  ...['false', 'False', 'FALSE'].map(word => [word, false] as const),
])
/** Whatever YAML's core schema takes for a number. */
const numberLike =
  /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/
const mayBeNumber = /^[-+.0-9]/
const nothings: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL'])

/** Undefined for nothing, and for a number that written back would be another text. */
export function plainScalar(source: string): string | number | boolean | undefined {
  if (mayBeNumber.test(source) && numberLike.test(source)) return exactNumber(source)
  return nothings.has(source) ? undefined : (words.get(source) ?? source)
}

function exactNumber(source: string): number | undefined {
  const value = Number(source)
  const isExact = Math.abs(value) <= Number.MAX_SAFE_INTEGER && String(value) === source
  return isExact ? value : undefined
}
