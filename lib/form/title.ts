import { emWidth } from './width.ts'

/** Titles of more lines than this are left to the office program. */
const mostLines = 4

/** What no line begins with. */
const trailing = /^[）》〉」』】、，。；：！？的之]/u
/** What no line ends with. */
const leading = /[（《〈「『【]$|^(?:关于|和|与|及)$/u

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * A title's lines. As they are given where they fit; else broken anew in as few as will do, between words that make
 * sense by themselves and evenly long (GB/T 9704-2012, 7.3.1: 回行时词意完整，排列对称).
 * @param room how wide a line may be, in ems
 */
export function titleLines(given: readonly string[], room: number): readonly string[] {
  if (given.every(line => emWidth(line) <= room)) return given
  const pieces = piecesOf(given.join(''))
  for (let count = 2; count <= mostLines; count++) {
    const best = bestBreak(pieces, count, room)
    if (best !== undefined) return best.lines
  }
  return given
}

/** Words, with what must not part from them. */
function piecesOf(title: string): readonly string[] {
  const pieces: string[] = []
  for (const { segment } of segmenter.segment(title)) {
    const last = pieces.at(-1)
    const joins = last !== undefined && (trailing.test(segment) || leading.test(last))
    if (joins) pieces[pieces.length - 1] = `${last}${segment}`
    else pieces.push(segment)
  }
  return pieces
}

interface Broken {
  readonly lines: readonly string[]
  readonly cost: number
}

/** A break elsewhere costs as much as a line that is so many ems too short. */
const badBreak = 12

/** A line ends well after a bracket and before 关于, where one thought ends and another begins. */
function breakCost(line: string, next: string): number {
  return line.endsWith('）') || next.startsWith('关于') ? 0 : badBreak ** 2
}

function bestBreak(pieces: readonly string[], count: number, room: number): Broken | undefined {
  const whole = pieces.join('')
  const mean = emWidth(whole) / count
  if (count === 1) {
    return emWidth(whole) <= room ? { lines: [whole], cost: 0 } : undefined
  }
  let best: Broken | undefined
  for (let end = 1; end < pieces.length; end++) {
    const line = pieces.slice(0, end).join('')
    if (emWidth(line) > room) break
    const rest = bestBreak(pieces.slice(end), count - 1, room)
    if (rest === undefined) continue
    const cost = (emWidth(line) - mean) ** 2 + breakCost(line, pieces[end] ?? '') + rest.cost
    if (best === undefined || cost < best.cost) best = { lines: [line, ...rest.lines], cost }
  }
  return best
}
