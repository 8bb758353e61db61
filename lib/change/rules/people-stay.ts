import type { PeopleManifest } from '../../../generated/types/people.ts'
import { type DataPath, type Finding, finding, type Text } from '../../finding/finding.ts'
import type { Sourced } from '../../model/model.ts'
import { sameData } from '../../model/same-data.ts'
import { pastOf } from '../../people/past-rows.ts'
import type { ChangeRule } from '../rule.ts'

export const peopleStay: ChangeRule = {
  code: 'TY4029',
  severity: 'error',
  title: {
    zh: '已过之日谁任何职，不得事后改写',
    en: 'Who held which office on past days is not rewritten afterwards',
  },
  why: {
    zh: '过去的审批按当日的人员表认人：事后补写的职务能使无权的评审变得有权，删去的一行能使有效的批准无人认领。新任自今日起另加一行；离任、换账号的，在原来一行写明 to，不早于昨日；公钥失密的写 revoked，写明之后不得撤销或推后。确须更正的，缺主管部门的书面决定：由目标分支的管理员凭该决定合入。',
    en: 'Past reviews are judged by the table of their days: an office written in afterwards would entitle a review that was not, and a row taken out would leave an approval to nobody. Add a row from today on for whoever takes office; end a row with `to`, not before yesterday, where somebody leaves or changes accounts; write `revoked` for a key that was lost, which is never taken back or put off. To correct the past, the authority’s written decision is missing: whoever administers the target branch merges on it.',
  },
  *check({ asOf, catalogue: { people: before } }, { catalogue: { people: after } }) {
    // A first table says of past days what it likes: nothing was decided by it.
    if (before === undefined || before.document.digest === after?.document.digest) return
    for (const list of lists) {
      const [was, is] = [pastRows(before, list, asOf), pastRows(after, list, asOf)]
      for (const row of missingFrom(was, is)) yield lost({ before, after }, list, row.index)
      if (after === undefined) continue
      for (const row of missingFrom(is, was)) yield backdated(after, list, row.index)
    }
    for (const index of unrevoked(before.value, after?.value)) yield lost({ before, after }, 'signers', index)
  },
}

const lists = ['accounts', 'offices', 'deputies', 'signers'] as const

type List = (typeof lists)[number]
type Table = Sourced<PeopleManifest>

interface PastRow {
  readonly index: number
  /** What the row says of the days that are over. */
  readonly says: unknown
}

function pastRows(table: Table | undefined, list: List, today: string): readonly PastRow[] {
  return (table?.value[list] ?? []).flatMap((row, index) => {
    // A revocation may reach back as far as it has to.
    const { revoked: _, ...rest } = { revoked: undefined, ...row }
    const says = pastOf(rest, today)
    return says === undefined ? [] : [{ index, says }]
  })
}

/** Of rows that say the same of the past, each pairs with one. */
function missingFrom(rows: readonly PastRow[], others: readonly PastRow[]): readonly PastRow[] {
  const left = others.map(({ says }) => says)
  return rows.filter(({ says }) => {
    const at = left.findIndex(other => sameData(other, says))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** Keys that were revoked and are so no longer, or only from a later day. */
function unrevoked(before: PeopleManifest, after: PeopleManifest | undefined): readonly number[] {
  return (before.signers ?? []).flatMap(({ key, revoked }, index) => {
    if (revoked === undefined) return []
    const stays = (after?.signers ?? []).some(
      row => row.key === key && row.revoked !== undefined && row.revoked <= revoked,
    )
    return stays ? [] : [index]
  })
}

interface Sides {
  readonly before: Table
  readonly after: Table | undefined
}

function lost({ before, after }: Sides, list: List, index: number): Finding {
  const was = before.document.at(pathOf(before, list, index))
  return finding(peopleStay, after?.document.at(pathOf(after, list), 'key') ?? was, {
    message: {
      zh: `${list} 原第 ${index + 1} 行对已过之日所写的，不见了或被改写`,
      en: `what row ${index + 1} of ${list} said of past days is gone or rewritten`,
    },
    related: [{ ...was, message: { zh: '目标分支上的原内容', en: 'as the target branch has it' } }],
    fix: { message: wayOut },
  })
}

function backdated(after: Table, list: List, index: number): Finding {
  return finding(peopleStay, after.document.at(pathOf(after, list, index)), {
    message: {
      zh: `${list} 第 ${index + 1} 行写的是已过之日，目标分支没有这样写`,
      en: `row ${index + 1} of ${list} speaks of past days, of which the target branch says nothing of the kind`,
    },
    fix: { message: wayOut },
  })
}

const wayOut: Text = {
  zh: '恢复原内容；新任另加一行，from 不早于今日；离任写 to，不早于昨日',
  en: 'restore it; add a row with `from` not before today, or end one with `to` not before yesterday',
}

function pathOf({ path }: Table, ...rest: DataPath): DataPath {
  return [...path, ...rest]
}
