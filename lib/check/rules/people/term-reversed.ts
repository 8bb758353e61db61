import { finding } from '../../../finding/finding.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

const lists = ['accounts', 'offices', 'deputies', 'signers'] as const

export const termReversed: RepositoryRule = {
  code: 'TY3803',
  severity: 'error',
  title: text('任期的止期早于起期。', 'A term ends before it begins.'),
  why: text(
    'to 是最后一日，不得早于 from：颠倒的一行一天也不算。核对日期；从未担任过的，删去该行。',
    '`to` is the last day and not before `from`: a row that is reversed counts on no day. Check the dates; take out the row of somebody who never held the office.',
  ),
  *check({ catalogue: { people } }) {
    if (people === undefined) return
    for (const list of lists) {
      for (const [index, { from, to }] of (people.value[list] ?? []).entries()) {
        if (to === undefined || from <= to) continue
        yield finding(termReversed, place(people, list, index, 'to'), {
          message: text(`止期 ${to} 早于起期 ${from}`, `it ends on ${to}, before it begins on ${from}`),
        })
      }
    }
  },
}
