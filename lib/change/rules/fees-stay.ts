import type { FeeStandard } from '../../../generated/types/service.ts'
import { holdsOn, type Period } from '../../clock/period.ts'
import { grantedLinesOf } from '../../entitlement/index.ts'
import { finding } from '../../finding/finding.ts'
import { jurisdictionOf } from '../../model/address.ts'
import { isLeftOut } from '../../model/left-out.ts'
import type { CatalogueItem, Model } from '../../model/model.ts'
import { sameData } from '../../model/same-data.ts'
import { chargesOf } from '../../money/charge.ts'
import { type PlacedStandard, placedStandardOn, priceTurningDays } from '../../money/price-list.ts'
import { feeInWords } from '../../money/words.ts'
import { itemTerm } from '../../term/index.ts'
import type { ChangeRule } from '../rule.ts'

export const feesStay: ChangeRule = {
  code: 'TY4007',
  severity: 'error',
  title: {
    zh: '已授予的服务项在过去日期的费用标准不得更改',
    en: 'The fee of a granted item does not change for days that are over',
  },
  why: {
    zh: '过去的费用按当日有效的版本计算，改动版本等于重算旧账。恢复原版本；调整费用标准的，为原版本写明失效日（to），另加一个今后生效的版本。一地区改用自定的或另一地区的费用标准，也自今后的日期起。',
    en: 'What is past was charged by the version valid on the day; altering that version rewrites old bills. Restore it; for a new fee give the old version its last day (`to`) and add one that begins later. A jurisdiction that sets prices of its own, or adopts another list, does so from a later day on, too.',
  },
  *check(base, head) {
    if (!pricesDiffer(base, head)) return
    for (const { day, item, had, has } of rewrittenPrices(base, head)) {
      const [was, is] = [priceOf(had.fee), has === undefined ? undefined : priceOf(has.fee)]
      const name = itemTerm(head, item.value.id)
      yield finding(feesStay, placeOf(item, has), {
        message: {
          zh: `${name.zh}在 ${day} 的费用标准由“${was.zh}”改为${is === undefined ? '无' : `“${is.zh}”`}`,
          en: `the fee of ${name.en} on ${day} changes from “${was.en}” to ${is === undefined ? 'none' : `“${is.en}”`}`,
        },
        related: [
          {
            ...had.document.at(had.path),
            message: { zh: '目标分支上的费用标准', en: 'the fee on the target branch' },
          },
        ],
      })
    }
  },
}

/** Most changes leave all prices alone, and every grant of the repository is a lot to look at. */
function pricesDiffer({ catalogue: base }: Model, { catalogue: head }: Model): boolean {
  const lists = new Set([...base.prices.keys(), ...head.prices.keys()])
  return (
    [...lists].some(id => base.prices.get(id)?.document.digest !== head.prices.get(id)?.document.digest) ||
    [...base.items].some(([id, before]) => {
      const after = head.items.get(id)
      return after !== undefined && !sameData(before.value.versions, after.value.versions)
    })
  )
}

/** A list whose own findings keep it out says nothing of what it would come to. */
function isListUnknown(base: Model, head: Model, jurisdiction: string): boolean {
  const list = base.catalogue.prices.get(jurisdiction)
  return isLeftOut(head, list?.document.file ?? `catalogue/prices/${jurisdiction}.yaml`)
}

/** The first rewritten price of each item in each list: one edit of a list that several jurisdictions go by is one mistake. */
function rewrittenPrices(base: Model, head: Model): Iterable<Rewritten> {
  const first = new Map<string, Rewritten>()
  for (const use of grantedItems(base)) {
    const found = isListUnknown(base, head, use.jurisdiction) ? undefined : firstRewritten(base, head, use)
    if (found === undefined) continue
    const lists = [found.had, found.has].map(standard => standard?.document.file)
    const key = JSON.stringify([use.item, ...lists])
    const earlier = first.get(key)
    if (earlier === undefined || found.day < earlier.day) first.set(key, found)
  }
  return first.values()
}

/** An item with the days on which the systems of a jurisdiction were granted it. */
interface GrantedItem {
  readonly jurisdiction: string
  readonly item: string
  readonly spans: readonly Period[]
}

function grantedItems(base: Model): readonly GrantedItem[] {
  const lines = Map.groupBy(
    grantedLinesOf(base),
    ({ system, line }) => `${line.item} ${jurisdictionOf(system)}`,
  )
  return [...lines].map(([key, uses]) => {
    const [item = '', jurisdiction = ''] = key.split(' ')
    return { jurisdiction, item, spans: uses.map(({ span }) => span) }
  })
}

interface Rewritten {
  readonly day: string
  readonly item: CatalogueItem
  readonly had: PlacedStandard
  readonly has: PlacedStandard | undefined
}

/**
 * The first day before today on which somebody pays something else than before: one edit mostly changes all days after it.
 * On days for which there was no price there may be any.
 */
function firstRewritten(base: Model, head: Model, use: GrantedItem): Rewritten | undefined {
  const { jurisdiction, item: id, spans } = use
  // An item that is gone altogether is reported where it is used.
  const item = head.catalogue.items.get(id)
  if (item === undefined) return undefined
  for (const day of turningDays(base, head, use)) {
    if (day >= base.asOf || !spans.some(span => holdsOn(span, day))) continue
    const had = placedStandardOn({ catalogue: base.catalogue, jurisdiction }, id, day)
    if (had === undefined) continue
    const has = placedStandardOn({ catalogue: head.catalogue, jurisdiction }, id, day)
    if (!sameData(paidBy(had), has && paidBy(has))) return { day, item, had, has }
  }
  return undefined
}

/** Between two of them no price changes. */
function turningDays(base: Model, head: Model, { item, spans }: GrantedItem): readonly string[] {
  const changes = [base, head].flatMap(({ catalogue }) => priceTurningDays(catalogue, item))
  return [...new Set([...spans.map(({ from }) => from), ...changes])].sort()
}

/** What is paid, and by which paper; how and where it is written makes no difference. */
function paidBy({ fee }: PlacedStandard): unknown {
  return { basis: fee.basis, charges: chargesOf(fee) }
}

/** Where the new price stands, or where one would stand. */
function placeOf({ document, path }: CatalogueItem, has: PlacedStandard | undefined) {
  return has === undefined ? document.at([...path, 'versions'], 'key') : has.document.at(has.path)
}

function priceOf(fee: FeeStandard) {
  const { zh, en } = feeInWords(fee)
  return { zh: `${zh}，${fee.basis}`, en: `${en}, ${fee.basis}` }
}
