import type { PeopleManifest } from '../../../../generated/types/people.ts'
import { finding } from '../../../finding/finding.ts'
import { sharedDays, type Term } from '../../../people/index.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const personUnrecognised: RepositoryRule = {
  code: 'TY3806',
  severity: 'warning',
  title: text(
    '任职的人没有账号，也没有签名公钥。',
    'Somebody who holds an office has neither an account nor a key.',
  ),
  why: text(
    '评审按账号认人，签名按公钥认人；任期内两者都没有的，其意见无从辨认。在 accounts 或 signers 中补一行；只在纸面上办理的，不必写职务。',
    'A review is known by its account, a signature by its key: without either in the term nobody’s opinion can be told. Add a row to `accounts` or `signers`; whoever decides on paper alone needs no office here.',
  ),
  *check({ catalogue: { people } }) {
    if (people === undefined) return
    for (const list of ['offices', 'deputies'] as const) {
      for (const [index, row] of (people.value[list] ?? []).entries()) {
        if (isRecognised(people.value, row.person, row)) continue
        yield finding(personUnrecognised, place(people, list, index, 'person'), {
          message: text(
            `${row.person} 在任期内没有账号，也没有公钥`,
            `${row.person} has neither an account nor a key in that term`,
          ),
        })
      }
    }
  },
}

function isRecognised({ accounts, signers = [] }: PeopleManifest, person: string, term: Term): boolean {
  const keys = signers.filter(({ use }) => use !== 'recorder')
  return [...accounts, ...keys].some(row => row.person === person && sharedDays(row, term) !== undefined)
}
