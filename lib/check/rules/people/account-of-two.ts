import { finding } from '../../../finding/finding.ts'
import { sharedDays } from '../../../people/index.ts'
import { place, related, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const accountOfTwo: RepositoryRule = {
  code: 'TY3801',
  severity: 'error',
  title: text('同一账号在同一日写了两行。', 'One account stands in two rows for the same days.'),
  why: text(
    '一个账号在任何一日只能属于一人，否则它的评审不知是谁的意见，一律不算。换人、换账号时另加一行，原来的一行写明止期 to。',
    'On any day an account belongs to one person: otherwise nobody can say whose opinion its review is, and none counts. When it passes to somebody else, add a row and end the earlier one with `to`.',
  ),
  *check({ catalogue: { people } }) {
    if (people === undefined) return
    const { accounts } = people.value
    for (const [index, row] of accounts.entries()) {
      const first = accounts.findIndex(
        (other, at) =>
          at < index &&
          other.forge === row.forge &&
          other.id === row.id &&
          sharedDays(other, row) !== undefined,
      )
      if (first < 0) continue
      yield finding(accountOfTwo, place(people, 'accounts', index), {
        message: text(
          `${row.forge} 的账号 ${row.id} 自 ${row.from} 起已另有一行`,
          `account ${row.id} of ${row.forge} has another row for days from ${row.from} on`,
        ),
        related: [related(place(people, 'accounts', first), '另一行', 'the other row')],
      })
    }
  },
}
