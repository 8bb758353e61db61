import type { Text } from '../../finding/finding.ts'
import { printable } from '../../finding/printable.ts'
import type { Departure } from './departures.ts'

/** From what to what, behind the name of a field. */
export function turnOf({ was, is }: Pick<Departure, 'was' | 'is'>): Text {
  if (is === undefined) return { zh: '被删除', en: 'is removed' }
  if (was === undefined) return { zh: '系新增', en: 'is added' }
  const [before, after] = [inWords(was), inWords(is)]
  if (before === undefined || after === undefined) return { zh: '被改写', en: 'is rewritten' }
  return { zh: `由“${before}”改为“${after}”`, en: `changes from “${before}” to “${after}”` }
}

/** Plain values and short lists; what is longer is read where it stands. */
function inWords(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length <= 80 ? printable(text) : undefined
}
