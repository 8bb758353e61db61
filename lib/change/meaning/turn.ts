import type { Text } from '../../finding/finding.ts'
import { printable } from '../../finding/printable.ts'
import { isRecord } from '../../model/record.ts'
import type { Departure } from './departures.ts'

type Turn = Pick<Departure, 'was' | 'is'>

/** From what to what, behind the name of a field. */
export function turnOf({ was, is }: Turn): Text {
  const [before, after] = [inWords(was), inWords(is)]
  if (before === undefined || after === undefined) return unquotedTurnOf({ was, is })
  return { zh: `由“${before}”改为“${after}”`, en: `changes from “${before}” to “${after}”` }
}

/** The same without what it says: of a person's particulars, which are read where they stand; comments and logs go far. */
export function unquotedTurnOf({ was, is }: Turn): Text {
  if (is === undefined) return { zh: '被删除', en: 'is removed' }
  if (was === undefined) return { zh: '系新增', en: 'is added' }
  return { zh: '被改写', en: 'is rewritten' }
}

/** Plain values, and short lists and maps of them; what is longer is read where it stands. */
function inWords(value: unknown): string | undefined {
  if (value === undefined) return undefined
  const parts = partsOf(value)
  if (parts.some(([, member]) => typeof member === 'object')) return undefined
  const text = parts.map(([key, member]) => `${key}${String(member)}`).join(', ')
  return text.length <= 80 ? printable(text) : undefined
}

function partsOf(value: unknown): readonly (readonly [key: string, member: unknown])[] {
  if (isRecord(value)) return Object.entries(value).map(([key, member]) => [`${key}: `, member])
  const members: readonly unknown[] = Array.isArray(value) ? value : [value]
  return members.map(member => ['', member])
}
