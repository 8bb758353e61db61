/**
 * JSON text that depends on the value alone: keys in code-unit order, members that are undefined left out.
 * @throws TypeError for what JSON cannot say, such as a function: it would otherwise vanish without a word.
 */
export function canonicalJson(value: unknown, indent = 0): string {
  return write(value, indent === 0 ? '' : ' '.repeat(indent), '\n')
}

function write(value: unknown, step: string, line: string): string {
  if (Array.isArray(value)) {
    return bracket(
      '[',
      value.map(item => write(item, step, line + step)),
      ']',
      step,
      line,
    )
  }
  if (typeof value === 'object' && value !== null) return writeRecord(value, step, line)
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  throw new TypeError(`${typeof value} has no JSON text`)
}

function writeRecord(value: object, step: string, line: string): string {
  const colon = step === '' ? ':' : ': '
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}${colon}${write(member, step, line + step)}`)
  return bracket('{', members, '}', step, line)
}

function bracket(open: string, parts: readonly string[], close: string, step: string, line: string): string {
  if (parts.length === 0) return open + close
  if (step === '') return `${open}${parts.join(',')}${close}`
  return `${open}${line}${step}${parts.join(`,${line}${step}`)}${line}${close}`
}
